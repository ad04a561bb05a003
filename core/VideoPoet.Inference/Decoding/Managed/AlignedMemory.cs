using System.Runtime.InteropServices;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Memory of zeros that neither moves nor is collected, aligned to cache lines.</summary>
internal sealed unsafe class AlignedMemory : IDisposable
{
    /// <summary>What addresses are multiples of, bytes.</summary>
    public const int Alignment = 64;

    private void* _start;

    /// <summary>Allocates.</summary>
    /// <param name="bytes">How much.</param>
    public AlignedMemory(long bytes)
    {
        Bytes = bytes;
        _start = NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), Alignment);
        NativeMemory.Clear(_start, (nuint)bytes);
    }

    /// <summary>Frees what nobody has disposed.</summary>
    ~AlignedMemory() => Free();

    /// <summary>The size, bytes.</summary>
    public long Bytes { get; }

    /// <summary>The first byte.</summary>
    public byte* Start => (byte*)_start;

    /// <summary>A size rounded up, so that what follows is aligned.</summary>
    /// <param name="bytes">The size.</param>
    public static long Aligned(long bytes) => (bytes + Alignment - 1) / Alignment * Alignment;

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }
}
