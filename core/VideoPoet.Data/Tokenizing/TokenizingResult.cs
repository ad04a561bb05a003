namespace VideoPoet.Data;

/// <summary>What became of a run.</summary>
/// <param name="Shards">The shards of this machine, all of which are finished.</param>
/// <param name="FinishedBefore">How many of them earlier runs had finished and this run has left as they were.</param>
/// <param name="Repaired">Shards that were found damaged and were made again.</param>
/// <param name="Windows">The windows in this machine's shards, by format.</param>
/// <param name="TooShort">The entries of which no format has a window.</param>
/// <param name="BadFiles">The entries that were skipped in this machine's shards.</param>
/// <param name="IsComplete">Whether the shards of all machines are there, so that the dataset has its index.</param>
public sealed record TokenizingResult(
    int Shards, int FinishedBefore, IReadOnlyList<string> Repaired, IReadOnlyDictionary<string, long> Windows, IReadOnlyList<string> TooShort,
    IReadOnlyList<BadEntry> BadFiles, bool IsComplete);
