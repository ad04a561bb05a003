namespace VideoPoet.Data;

/// <summary>
/// Reads batches ahead of the steps that need them, on threads of its own, and gives them in order: the same ones whatever the number of threads. A
/// training step waits only where reading a batch takes longer than computing it.
/// </summary>
/// <remarks>
/// The tensors of a batch are made by the reading threads: counts of live tensors that libtorch's wrapper keeps for each thread do not add up on the
/// thread that takes and disposes them. <see cref="Take"/> is for one thread at a time; <see cref="Wait"/> may be read by any.
/// </remarks>
public sealed class BatchPrefetcher : IDisposable
{
    private readonly OrderedPrefetch<MixtureBatch> _batches;

    private BatchPrefetcher(Func<long, BatchDraw> draw, long first, long end, int rank, int worldSize, PrefetchOptions? options) =>
        _batches = new((number, stop) => BatchReader.Read(draw(number), rank, worldSize, stop), first, end, options ?? new());

    /// <summary>How long steps waited until now, the first of them included.</summary>
    public DataWait Wait => _batches.Wait;

    /// <summary>Begins to read the batches of a run: those of a step one after another, then those of the next.</summary>
    /// <param name="sampler">The run.</param>
    /// <param name="firstStep">The step to begin at, where a run goes on.</param>
    /// <param name="rank">Which of the processes this is.</param>
    /// <param name="worldSize">The number of processes.</param>
    /// <param name="options">How; null for the usual.</param>
    public static BatchPrefetcher Start(
        MixtureSampler sampler, long firstStep = 0, int rank = 0, int worldSize = 1, PrefetchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentOutOfRangeException.ThrowIfNegative(firstStep);
        var each = sampler.Accumulation;
        return new(number => sampler.Draw(number / each, (int)(number % each)), firstStep * each, sampler.Steps * each, rank, worldSize, options);
    }

    /// <summary>Begins to read the batches of an evaluation.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="rank">Which of the processes this is.</param>
    /// <param name="worldSize">The number of processes.</param>
    /// <param name="options">How; null for the usual.</param>
    public static BatchPrefetcher Start(HeldOutBatches batches, int rank = 0, int worldSize = 1, PrefetchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new(number => batches.Draws[(int)number], 0, batches.Draws.Count, rank, worldSize, options);
    }

    /// <summary>Takes the next batch, which the caller disposes.</summary>
    /// <param name="cancellationToken">Cancels the waiting; the same batch can be taken later.</param>
    /// <exception cref="DatasetException">The batch cannot be read; those before it were given.</exception>
    /// <exception cref="InvalidOperationException">All batches were taken.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">This was disposed, perhaps while it was waited.</exception>
    public MixtureBatch Take(CancellationToken cancellationToken = default) => _batches.Take(cancellationToken);

    /// <summary>Stops the threads, and releases the batches that nobody took.</summary>
    public void Dispose() => _batches.Dispose();
}
