using VideoPoet.CommandLine;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Tells a display how far a generation has come.</summary>
internal static class GenerationProgress
{
    /// <summary>What is counted.</summary>
    public const string Units = "tokens";

    /// <summary>What is told before a generation tells anything.</summary>
    public static WorkProgress Loading { get; } = new(0, null, "loading the model");

    /// <summary>What is told of a generation.</summary>
    /// <param name="progress">How far it is.</param>
    /// <param name="step">What it is a part of; empty for nothing.</param>
    public static WorkProgress Of(VideoGenerationProgress progress, string step = "") =>
        new(progress.Tokens, progress.TokensInAll, string.Join(", ", new[] { step, Details(progress) }.Where(part => part.Length > 0)))
        {
            PerSecond = progress.Tokens > 0 ? progress.TokensPerSecond : null,
            Remaining = progress.Remaining,
        };

    private static string Details(VideoGenerationProgress progress) =>
        progress.Status == VideoGenerationStatus.Preparing ? "preparing"
        : progress.FramesInAll > 0 ? $"{progress.Frames} of {progress.FramesInAll} frames"
        : "";
}
