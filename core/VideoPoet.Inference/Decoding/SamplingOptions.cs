namespace VideoPoet.Inference.Decoding;

/// <summary>How a token is drawn from the logits of the ids that are allowed.</summary>
public sealed record SamplingOptions
{
    /// <summary>What logits are divided by; 0 takes the likeliest token.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Only so many of the likeliest ids are drawn from; null for all.</summary>
    public int? TopK { get; init; }

    /// <summary>Only the likeliest ids that together have this probability are drawn from, above 0, at most 1.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>
    /// The guidance scale s: logits are ℓᵤ + s (ℓ − ℓᵤ), with ℓᵤ those of <see cref="DecodingRequest.Unguided"/> (Ho &amp; Salimans, arXiv 2207.12598).
    /// 1 is no guidance.
    /// </summary>
    public double Guidance { get; init; } = 1;
}
