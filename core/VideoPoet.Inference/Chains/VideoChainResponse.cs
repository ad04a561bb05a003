using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>What a chain generated.</summary>
/// <param name="Steps">What each step generated, in order.</param>
public sealed record VideoChainResponse(ValueList<VideoGenerationResponse> Steps)
{
    /// <summary>What the last step left.</summary>
    public VideoGenerationResponse Result => Steps[^1];
}
