using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>What came of a generation.</summary>
/// <param name="Record">What decided it.</param>
/// <param name="Contents">What each sample holds.</param>
/// <param name="Tokens">Tokens decoded.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="UntilFirst">How long it took until there was something to see or to hear.</param>
/// <param name="Collapsed">Latent frames that have collapsed, of all samples.</param>
internal sealed record GenerationOutcome(
    GenerationRecord Record, IReadOnlyList<ContentFacts> Contents, long Tokens, TimeSpan Duration, TimeSpan UntilFirst, int Collapsed);
