namespace VideoPoet.Inference;

/// <summary>How far a generation has come, all of its samples together.</summary>
/// <param name="Status">What is being done.</param>
/// <param name="Tokens">Tokens decoded, of all samples and windows.</param>
/// <param name="TokensInAll">Tokens to decode.</param>
/// <param name="Frames">Frames of one sample that are complete.</param>
/// <param name="FramesInAll">Frames that one sample will have; 0 where there are none.</param>
/// <param name="Elapsed">The time since decoding began.</param>
public sealed record VideoGenerationProgress(
    VideoGenerationStatus Status, long Tokens, long TokensInAll, int Frames, int FramesInAll, TimeSpan Elapsed)
{
    /// <summary>The share that is done, percent.</summary>
    public double Percent => TokensInAll == 0 ? 0 : 100.0 * Tokens / TokensInAll;

    /// <summary>Tokens decoded in a second; 0 before the first.</summary>
    public double TokensPerSecond => Elapsed > TimeSpan.Zero ? Tokens / Elapsed.TotalSeconds : 0;

    /// <summary>The time that is left at the speed so far; null before the first token.</summary>
    public TimeSpan? Remaining => Tokens > 0 ? Elapsed * ((double)(TokensInAll - Tokens) / Tokens) : null;
}

/// <summary>What a generation is doing.</summary>
public enum VideoGenerationStatus
{
    /// <summary>It encodes what the request supplies.</summary>
    Preparing,

    /// <summary>It decodes tokens, and makes frames and sound of them.</summary>
    Decoding,

    /// <summary>Everything is there.</summary>
    Completed,
}
