namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Keys and values of one group of heads.</summary>
/// <param name="keys">[blocks of 16, half the head width, 32]</param>
/// <param name="values">[keys, head width padded to a multiple of 32]</param>
/// <param name="count">How many there are.</param>
/// <typeparam name="T">Their type in memory.</typeparam>
internal readonly unsafe struct KeyRun<T>(T* keys, T* values, int count)
    where T : unmanaged
{
    /// <summary>[blocks of 16, half the head width, 32]</summary>
    public T* Keys { get; } = keys;

    /// <summary>[keys, head width padded to a multiple of 32]</summary>
    public T* Values { get; } = values;

    /// <summary>How many there are.</summary>
    public int Count { get; } = count;
}
