namespace VideoPoet.Training.Distributed;

/// <summary>How processes share the work of training.</summary>
public sealed record DataParallelOptions
{
    /// <summary>
    /// Whether each process keeps what the optimiser remembers of its share of the parameters alone. Otherwise each keeps all of it, which takes more
    /// memory, sends no parameters after an update, and lets rank 0 save the last step even when another process is lost.
    /// </summary>
    public bool ShardsOptimizer { get; init; } = true;

    /// <summary>The bytes of gradients that are added up at a time, about; above 0.</summary>
    public long BucketBytes { get; init; } = 25L << 20;

    /// <summary>Whether gradients are added up while the backward pass goes on; otherwise after it.</summary>
    public bool Overlaps { get; init; } = true;
}
