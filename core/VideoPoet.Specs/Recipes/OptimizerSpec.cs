using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>How gradients become updates.</summary>
public sealed record OptimizerSpec
{
    /// <summary>The method.</summary>
    public OptimizerKind Kind { get; init; } = OptimizerKind.AdamW;

    /// <summary>The highest learning rate; the schedule scales it.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public required double LearningRate { get; init; }

    /// <summary>The decay of the average of gradients.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>The decay of the average of squared gradients.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Beta2 { get; init; } = 0.95;

    /// <summary>What is added to the divisor.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>The decay of weight matrices, times the learning rate.</summary>
    [Range(0.0, 1.0)]
    public double WeightDecay { get; init; } = 0.1;

    /// <summary>The largest norm of the gradient; a larger one is scaled down to it.</summary>
    [Range(0.0, double.MaxValue, MinimumIsExclusive = true)]
    public double ClipNorm { get; init; } = 1;

    /// <summary>The norm of the gradient above which an update is left out, for it would do harm; without a limit when absent.</summary>
    [Range(0.0, double.MaxValue, MinimumIsExclusive = true)]
    public double? SkipAbove { get; init; }

    /// <summary>
    /// How many standard deviations a loss may be above its running mean; beyond, the update is left out as that of a spike. Without a limit when
    /// absent.
    /// </summary>
    [Range(1.0, 1_000.0)]
    public double? SpikeAbove { get; init; }

    /// <summary>The failed steps in a row, whose updates were left out, that end the run.</summary>
    [Range(1, 1_000_000)]
    public int SkipLimit { get; init; } = 20;
}

/// <summary>A method of optimisation.</summary>
public enum OptimizerKind
{
    /// <summary>Adam with decoupled weight decay.</summary>
    AdamW,

    /// <summary>Adafactor, whose second moments take the memory of one row and one column.</summary>
    Adafactor,
}
