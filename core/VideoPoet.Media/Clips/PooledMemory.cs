using System.Buffers;

namespace VideoPoet.Media;

/// <summary>Memory rented from the shared pool; what was made of it is refused, not wrong, after it went back.</summary>
/// <typeparam name="T">The elements.</typeparam>
/// <param name="length">How many elements.</param>
internal sealed class PooledMemory<T>(int length) : MemoryManager<T>, IDisposable
    where T : unmanaged
{
    private T[]? rented = ArrayPool<T>.Shared.Rent(length);
    private bool wasPinned;

    /// <summary>The array that the memory lies in, at least as long.</summary>
    internal T[] Array => rented ?? throw new ObjectDisposedException("clip", "the clip was disposed, and its memory serves another one.");

    /// <inheritdoc/>
    public override Span<T> GetSpan() => Array.AsSpan(0, length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        wasPinned = true;
        return Array.AsMemory(elementIndex).Pin();
    }

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => Dispose(disposing: true);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // Native code may still look at memory that was pinned once: that is left to the collector, never given to another clip.
        if (Interlocked.Exchange(ref rented, null) is { } array && !wasPinned)
            ArrayPool<T>.Shared.Return(array);
    }
}
