namespace VideoPoet.InferenceHost.Generate;

/// <summary>What was generated, for a program.</summary>
/// <param name="Task">The task.</param>
/// <param name="Format">The format of a sequence.</param>
/// <param name="Files">The files; none when standard output got it.</param>
/// <param name="Tokens">Tokens decoded.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="SecondsUntilFirst">How long it took until there was something to see or to hear.</param>
/// <param name="TokensPerSecond">Tokens by seconds.</param>
/// <param name="CollapsedLatentFrames">Latent frames that repeat the one before, of which the model was sure.</param>
/// <param name="IsSame">Whether it is what a record says, bit for bit; null without a record.</param>
internal sealed record GenerationListing(
    string Task, string Format, IReadOnlyList<FileListing> Files, long Tokens, double Seconds, double SecondsUntilFirst, double TokensPerSecond,
    int CollapsedLatentFrames, bool? IsSame = null)
{
    /// <summary>Lists what was generated.</summary>
    public static GenerationListing Of(GenerationOutcome outcome, IReadOnlyList<FileListing> files, bool? isSame) => new(
        outcome.Record.Task, outcome.Record.Format.Name, files, outcome.Tokens, outcome.Duration.TotalSeconds, outcome.UntilFirst.TotalSeconds,
        outcome.Tokens / outcome.Duration.TotalSeconds, outcome.Collapsed, isSame);
}
