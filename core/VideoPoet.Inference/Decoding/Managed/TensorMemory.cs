using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>The memory of tensors on the processor.</summary>
internal static unsafe class TensorMemory
{
    /// <summary>The first element of a contiguous tensor of single precision; valid as long as the tensor.</summary>
    /// <param name="tensor">The tensor, not empty.</param>
    public static float* Of(Tensor tensor)
    {
        // A span over all of a large tensor would be longer than spans can be.
        using var flat = tensor.view(-1);
        using var first = flat.narrow(0, 0, 1);
        return (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(first.bytes));
    }
}
