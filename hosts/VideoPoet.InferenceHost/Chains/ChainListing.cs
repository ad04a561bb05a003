using VideoPoet.Inference;
using VideoPoet.InferenceHost.Generate;

namespace VideoPoet.InferenceHost.Chains;

/// <summary>What a chain generated, for a program.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="File">What the last step left.</param>
/// <param name="IsSame">Whether it is what a record says, bit for bit; null without a record.</param>
internal sealed record ChainListing(IReadOnlyList<ChainStepListing> Steps, FileListing File, bool? IsSame = null);

/// <summary>What a step generated.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Task">Its task.</param>
/// <param name="Format">The format of a sequence.</param>
/// <param name="Tokens">Tokens decoded.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="File">The file in which it was kept; null where it was not.</param>
internal sealed record ChainStepListing(string Name, string Task, string Format, long Tokens, double Seconds, string? File = null)
{
    /// <summary>Lists a step.</summary>
    public static ChainStepListing Of(ChainStep step, VideoGenerationResponse response, string? file) => new(
        step.Title, step.Task, response.Record.Format.Name, response.Usage.OutputTokens, response.Usage.Duration.TotalSeconds, file);
}
