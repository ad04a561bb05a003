namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Keys and values of one group of heads, as an <see cref="IHeadAttention"/> lays them out.</summary>
/// <param name="keys">The keys.</param>
/// <param name="values">The values.</param>
/// <param name="count">How many there are.</param>
internal readonly unsafe struct KeyRun(byte* keys, byte* values, int count)
{
    /// <summary>The keys.</summary>
    public byte* Keys { get; } = keys;

    /// <summary>The values.</summary>
    public byte* Values { get; } = values;

    /// <summary>How many there are.</summary>
    public int Count { get; } = count;
}
