using VideoPoet.Core;

namespace VideoPoet.Inference.Decoding;

/// <summary>Samples of one prompt, decoded together.</summary>
public sealed record DecodingRequest
{
    /// <summary>What the samples begin with.</summary>
    public required DecodingPrompt Prompt { get; init; }

    /// <summary>
    /// What guidance steers away from: another prefix, such as one without text or with a negative prompt, of the same output; null without guidance.
    /// </summary>
    public DecodingPrompt? Unguided { get; init; }

    /// <summary>How tokens are drawn.</summary>
    public SamplingOptions Sampling { get; init; } = new();

    /// <summary>One seed a sample: a sample depends on its own seed only, not on those beside it.</summary>
    public required ValueList<long> Seeds { get; init; }
}
