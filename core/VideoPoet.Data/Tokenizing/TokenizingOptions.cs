using VideoPoet.Media;

namespace VideoPoet.Data;

/// <summary>
/// How a dataset is tokenized. Only <see cref="EntriesPerShard"/>, <see cref="Stride"/>, <see cref="HoldShort"/> and
/// <see cref="ThreadsPerWorker"/> can change a byte.
/// </summary>
public sealed record TokenizingOptions
{
    // So many shards that machines and workers share them evenly, and no more files than a folder bears.
    private const int UsualShards = 1_024;

    /// <summary>The shards that this machine makes.</summary>
    public ShardPart Part { get; init; } = ShardPart.Whole;

    /// <summary>How many shards are made side by side.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>The threads of one operator. More than one may add numbers in another order, which is why it is the same on every machine.</summary>
    public int ThreadsPerWorker { get; init; } = 1;

    /// <summary>The entries of one shard, which is what a killed run loses at most for each worker; null divides them among 1,024 shards.</summary>
    public int? EntriesPerShard { get; init; }

    /// <summary>How far the windows of one entry are apart; null lets them follow one another, and single frames a second apart.</summary>
    public TimeSpan? Stride { get; init; }

    /// <summary>
    /// Whether a video that is shorter than a format becomes one window of it, whose last frame stands still and whose sound ends in silence; otherwise
    /// it gives none.
    /// </summary>
    public bool HoldShort { get; init; }

    /// <summary>How many entries may be bad.</summary>
    public int BadFilesLimit { get; init; } = 10;

    /// <summary>How much a file may ask for.</summary>
    public MediaLimits Limits { get; init; } = MediaLimits.Default;

    /// <summary>The entries of one shard.</summary>
    /// <param name="entries">All entries.</param>
    internal int EntriesOf(int entries) => EntriesPerShard ?? (int)Math.Ceiling(entries / (double)UsualShards);

    /// <summary>Checks the values.</summary>
    /// <returns>The options.</returns>
    internal TokenizingOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Workers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ThreadsPerWorker, 1);
        if (EntriesPerShard is { } entries)
            ArgumentOutOfRangeException.ThrowIfLessThan(entries, 1, nameof(EntriesPerShard));
        if (Stride is { } stride)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(stride, TimeSpan.Zero, nameof(Stride));
        ArgumentOutOfRangeException.ThrowIfNegative(BadFilesLimit);
        if (Part.Number < 1 || Part.Number > Part.Count)
            throw new ArgumentOutOfRangeException(nameof(Part), Part, "the part must be one of those that there are.");
        return this;
    }
}
