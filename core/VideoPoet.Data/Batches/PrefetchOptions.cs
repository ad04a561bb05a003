namespace VideoPoet.Data;

/// <summary>How batches are read ahead; it changes nothing of what is read.</summary>
public sealed record PrefetchOptions
{
    /// <summary>The threads that read.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>The most batches that are read and not yet taken, those that are being read among them.</summary>
    public int Ahead { get; init; } = 4;

    /// <summary>Checks the values.</summary>
    /// <returns>The options.</returns>
    internal PrefetchOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Workers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Ahead, 1);
        return this;
    }
}
