namespace VideoPoet.Inference;

/// <summary>What a generation took.</summary>
/// <param name="InputTokens">Positions of prefixes, of all sequences.</param>
/// <param name="OutputTokens">Tokens decoded, of all samples and windows.</param>
/// <param name="Duration">The time until everything was there.</param>
/// <param name="TimeToFirstFrame">The time until the first frames, or the first sound, were there.</param>
public sealed record VideoGenerationUsage(long InputTokens, long OutputTokens, TimeSpan Duration, TimeSpan TimeToFirstFrame);
