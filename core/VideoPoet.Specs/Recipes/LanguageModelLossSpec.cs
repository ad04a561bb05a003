using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>What is added to the cross-entropy of the output tokens.</summary>
public sealed record LanguageModelLossSpec
{
    /// <summary>The weight of the squared logarithm of the softmax's divisor, which keeps logits small.</summary>
    [Range(0.0, 1.0)]
    public double ZLoss { get; init; } = 1e-4;

    /// <summary>The share of a target's probability that is spread over the other ids.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double LabelSmoothing { get; init; }
}
