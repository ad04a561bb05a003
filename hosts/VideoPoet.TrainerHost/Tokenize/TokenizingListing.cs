using VideoPoet.Data;

namespace VideoPoet.TrainerHost.Tokenize;

/// <summary>What a run of <c>tokenize</c> made, as it is written.</summary>
/// <param name="Folder">The dataset's folder.</param>
/// <param name="Source">The data source of the mixture.</param>
/// <param name="Shards">The shards of this machine.</param>
/// <param name="FinishedBefore">How many of them earlier runs had finished.</param>
/// <param name="Repaired">Shards that were damaged and were made again.</param>
/// <param name="Windows">The windows in them, by format.</param>
/// <param name="TooShort">What gave none, for it is shorter than every format.</param>
/// <param name="BadFiles">What was skipped.</param>
/// <param name="Complete">Whether the shards of all machines are there.</param>
internal sealed record TokenizingListing(
    string Folder, string Source, int Shards, int FinishedBefore, IReadOnlyList<string> Repaired, IReadOnlyDictionary<string, long> Windows,
    IReadOnlyList<string> TooShort, IReadOnlyList<BadEntry> BadFiles, bool Complete)
{
    public static TokenizingListing Of(string folder, TokenPlan plan, TokenizingResult result) => new(
        Path.GetFullPath(folder), plan.Source, result.Shards, result.FinishedBefore, result.Repaired, result.Windows, result.TooShort,
        result.BadFiles, result.IsComplete);
}
