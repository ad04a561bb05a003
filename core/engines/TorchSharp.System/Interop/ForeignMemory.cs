using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Tensors over memory that managed code or a mapped file owns.</summary>
internal static unsafe class ForeignMemory
{
    /// <summary>A tensor over <paramref name="data"/> without a copy; <paramref name="release"/> runs once, when libtorch no longer uses it.</summary>
    public static Tensor Wrap(void* data, ReadOnlySpan<long> shape, ScalarType type, Action? release)
    {
        var context = release is null ? default : GCHandle.Alloc(release);
        nint handle;
        fixed (long* sizes = shape)
            handle = Native.engine_tensor_from_blob(
                data, sizes, shape.Length, (sbyte)type, release is null ? null : &Release, (void*)GCHandle.ToIntPtr(context));
        if (handle != 0)
            return new Tensor(handle);
        if (context.IsAllocated)
            context.Free();
        NativeError.Throw(-1, "from_blob");
        return null;
    }

    [UnmanagedCallersOnly]
    private static void Release(void* context)
    {
        var handle = GCHandle.FromIntPtr((nint)context);
        var release = (Action)handle.Target!;
        handle.Free();
        release();
    }
}
