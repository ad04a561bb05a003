using System.ComponentModel.DataAnnotations;
using VideoPoet.Specs.Binding;

namespace VideoPoet.Specs;

/// <summary>A whole run that trains a language model: what, on what, how, and for how long.</summary>
[SpecFile("recipe")]
public sealed record RecipeSpec
{
    /// <summary>The model.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>The mixture of tasks; its token budget decides the batch sizes.</summary>
    public required MixtureSpec Mixture { get; init; }

    /// <summary>The weights that the run begins with.</summary>
    public required InitialWeightsSpec Weights { get; init; }

    /// <summary>The number of updates of the weights.</summary>
    [Range(1L, long.MaxValue)]
    public required long Steps { get; init; }

    /// <summary>The batches, each of one length group, whose gradients make one update.</summary>
    [Range(1, 65_536)]
    public int Accumulation { get; init; } = 1;

    /// <summary>What every random choice follows from.</summary>
    [Range(0L, long.MaxValue)]
    public required long Seed { get; init; }

    /// <summary>The number format of the forward and backward pass; weights and logits stay in 32 bits.</summary>
    public Precision Precision { get; init; } = Precision.Bf16;

    /// <summary>How gradients become updates.</summary>
    public required OptimizerSpec Optimizer { get; init; }

    /// <summary>How the learning rate changes.</summary>
    public required ScheduleSpec Schedule { get; init; }

    /// <summary>What is added to the cross-entropy of the output tokens.</summary>
    public LossSpec Loss { get; init; } = new();

    /// <summary>The decay of the moving average of the weights that evaluation uses; absent when it uses the weights themselves.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? MovingAverage { get; init; }

    /// <summary>When and on how much held-out data the loss is measured.</summary>
    public required EvaluationSpec Evaluation { get; init; }

    /// <summary>When and where the state of the run is written.</summary>
    public required CheckpointSpec Checkpoints { get; init; }
}

/// <summary>The number format of the forward and backward pass.</summary>
public enum Precision
{
    /// <summary>32 bits.</summary>
    Fp32,

    /// <summary>16 bits with the exponent of 32.</summary>
    Bf16,
}
