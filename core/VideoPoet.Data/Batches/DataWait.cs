namespace VideoPoet.Data;

/// <summary>How long whoever computes waited for batches.</summary>
/// <param name="Batches">The batches that were taken.</param>
/// <param name="Waited">The time in which there was nothing to take.</param>
/// <param name="Elapsed">All time.</param>
public readonly record struct DataWait(long Batches, TimeSpan Waited, TimeSpan Elapsed)
{
    /// <summary>The share of the time that was waited.</summary>
    public double Share => Elapsed > TimeSpan.Zero ? Waited / Elapsed : 0;

    /// <summary>What came since an earlier look, such as one after the first batch, for which everybody waits.</summary>
    /// <param name="earlier">The earlier look.</param>
    public DataWait Since(DataWait earlier) => new(Batches - earlier.Batches, Waited - earlier.Waited, Elapsed - earlier.Elapsed);
}
