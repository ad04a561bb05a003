namespace VideoPoet.Media;

/// <summary>Pooled memory that grows while something of unknown length is read into it.</summary>
/// <param name="capacity">How many bytes at first.</param>
internal sealed class PooledBuffer(int capacity) : IDisposable
{
    private PooledMemory<byte> memory = new(capacity);

    /// <summary>How many bytes have been written.</summary>
    public int Length { get; private set; }

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> Written => memory.Memory[..Length];

    /// <summary>The place for the next bytes.</summary>
    /// <param name="bytes">How many.</param>
    public Memory<byte> Next(int bytes)
    {
        var needed = checked(Length + bytes);
        if (needed > memory.Memory.Length)
        {
            var larger = new PooledMemory<byte>((int)Math.Min(Math.Max(2L * memory.Memory.Length, needed), Array.MaxLength));
            memory.Memory[..Length].CopyTo(larger.Memory);
            memory.Dispose();
            memory = larger;
        }
        return memory.Memory.Slice(Length, bytes);
    }

    /// <summary>Counts bytes that were put into the place for the next ones.</summary>
    /// <param name="bytes">How many.</param>
    public void Advance(int bytes) => Length += bytes;

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => memory.Dispose();
}
