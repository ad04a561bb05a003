using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>A stage of a video tokenizer's training: a part of all steps with clips of one length.</summary>
public sealed record VideoStageSpec
{
    /// <summary>The stage's name.</summary>
    public required string Name { get; init; }

    /// <summary>The share of all steps after which the stage ends; the last stage goes on to the end.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public Share? Until { get; init; }

    /// <summary>The frames of a clip: 1 + 4k; 1 is an image.</summary>
    [Range(1, 10_001)]
    public required int Frames { get; init; }

    /// <summary>The clips of a batch.</summary>
    [Range(1, 65_536)]
    public required int Batch { get; init; }

    /// <summary>The highest learning rate of the stage; the optimiser's when absent.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double? LearningRate { get; init; }
}
