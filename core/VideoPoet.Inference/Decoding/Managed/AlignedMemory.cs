using System.Runtime.InteropServices;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Memory of zeros that neither moves nor is collected, aligned to cache lines.</summary>
internal sealed unsafe partial class AlignedMemory : IDisposable
{
    /// <summary>What addresses are multiples of, bytes.</summary>
    public const int Alignment = 64;

    // Pages of this size need hardly any address translation; the system gives them on request only.
    private const int HugePage = 2 << 20, AdviseHugePages = 14;

    private void* _start;

    /// <summary>Allocates.</summary>
    /// <param name="bytes">How much.</param>
    public AlignedMemory(long bytes)
    {
        Bytes = bytes;
        var isLarge = bytes >= HugePage;
        _start = NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), (nuint)(isLarge ? HugePage : Alignment));
        if (isLarge && OperatingSystem.IsLinux())
            _ = Advise(_start, (nuint)bytes, AdviseHugePages); // where it is refused, small pages do
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

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* start, nuint bytes, int advice);

    private void Free()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }
}
