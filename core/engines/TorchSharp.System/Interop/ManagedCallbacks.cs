using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>What native code calls back: exceptions cannot cross it, so they wait here until the native call has returned.</summary>
internal static unsafe class ManagedCallbacks
{
    [ThreadStatic] private static Exception? t_pending;

    /// <summary>Keeps <paramref name="error"/> for the managed caller of the native call that is running, and its message for native code.</summary>
    public static void Fail(Exception error)
    {
        t_pending = error;
        fixed (byte* message = Encoding.UTF8.GetBytes(error.Message + "\0"))
            Native.engine_set_error(message);
    }

    /// <summary>The exception that a callback threw during the native call that just failed, if any.</summary>
    public static Exception? TakePending()
    {
        var pending = t_pending;
        t_pending = null;
        return pending is null ? null : ExceptionDispatchInfo.SetCurrentStackTrace(new AggregateException(pending.Message, pending));
    }

    /// <summary>Frees the <see cref="GCHandle"/> that <paramref name="context"/> stands for.</summary>
    [UnmanagedCallersOnly]
    public static void ReleaseHandle(void* context) => GCHandle.FromIntPtr((nint)context).Free();
}
