using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>A tensor's metadata; the pointers are valid while the tensor lives and its shape is unchanged.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    public long* Sizes;
    public long* Strides;
    public long Elements;
    public long StorageOffset;
    public int Dimensions;
    public sbyte Type;
    public sbyte DeviceType;
    public sbyte DeviceIndex;
    public TensorFlags Flags;
}

/// <summary>Facts about a tensor that fit one bit each.</summary>
[Flags]
internal enum TensorFlags : byte
{
    None = 0,
    RequiresGrad = 1,
    Leaf = 2,
    Contiguous = 4,
    Sparse = 8,
    Quantized = 16,
    Conjugate = 32,
    HasGradFunction = 64,
}

/// <summary>Bytes of CPU tensors: living now, at most so far, kept for reuse; and the number of blocks handed out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MemoryInfo
{
    public long Allocated;
    public long Peak;
    public long Cached;
    public long Allocations;
}
