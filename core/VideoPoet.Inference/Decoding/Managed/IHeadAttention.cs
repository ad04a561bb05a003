namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>How keys and values lie in memory, and a head's attention to them: first those that all samples share, then a sample's own.</summary>
internal unsafe interface IHeadAttention
{
    /// <summary>The memory of keys and of values, bytes.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="width">The width of a head.</param>
    static abstract (long Keys, long Values) Bytes(int count, int width);

    /// <summary>Writes a key and a value to their place.</summary>
    /// <param name="run">The keys and values.</param>
    /// <param name="index">The place.</param>
    /// <param name="key">[width]</param>
    /// <param name="value">[width]</param>
    /// <param name="width">The width of a head.</param>
    static abstract void Put(in KeyRun run, int index, float* key, float* value, int width);

    /// <summary>Attends.</summary>
    /// <param name="query">[width], scaled, and padded by zeros to a multiple of 16.</param>
    /// <param name="width">The width of a head, even: rotary positions turn features by twos.</param>
    /// <param name="shared">The keys and values of all samples.</param>
    /// <param name="own">The sample's own.</param>
    /// <param name="scores">Memory for both counts, each rounded up to whole blocks.</param>
    /// <param name="output">[width]</param>
    static abstract void Attend(float* query, int width, in KeyRun shared, in KeyRun own, float* scores, float* output);
}
