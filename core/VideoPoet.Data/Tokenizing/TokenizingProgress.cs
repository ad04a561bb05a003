namespace VideoPoet.Data;

/// <summary>How far a dataset is tokenized.</summary>
/// <param name="Entries">The entries that are done, by earlier runs as well.</param>
/// <param name="TotalEntries">All entries of this machine's shards.</param>
/// <param name="Windows">The windows that this run has tokenized.</param>
/// <param name="BadFiles">The entries that were skipped.</param>
/// <param name="Elapsed">How long this run has worked.</param>
public readonly record struct TokenizingProgress(int Entries, int TotalEntries, long Windows, int BadFiles, TimeSpan Elapsed)
{
    /// <summary>The pace of this run.</summary>
    public double WindowsPerSecond => Elapsed > TimeSpan.Zero ? Windows / Elapsed.TotalSeconds : 0;
}
