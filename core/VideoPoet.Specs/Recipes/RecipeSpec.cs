using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using VideoPoet.Specs.Binding;

namespace VideoPoet.Specs;

/// <summary>A whole run that trains one network: what every run has, whatever it trains. The first key, <c>trains</c>, says which network.</summary>
[SpecFile("recipe")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "trains")]
[JsonDerivedType(typeof(LanguageModelRecipeSpec), "language-model")]
[JsonDerivedType(typeof(VideoTokenizerRecipeSpec), "video-tokenizer")]
[JsonDerivedType(typeof(AudioTokenizerRecipeSpec), "audio-tokenizer")]
[JsonDerivedType(typeof(TextEncoderRecipeSpec), "text-encoder")]
[JsonDerivedType(typeof(FeatureNetworkRecipeSpec), "feature-network")]
[JsonDerivedType(typeof(FlowDepthRecipeSpec), "flow-depth")]
public abstract record RecipeSpec
{
    /// <summary>The number of updates of the weights.</summary>
    [Range(1L, long.MaxValue)]
    public required long Steps { get; init; }

    /// <summary>What every random choice follows from.</summary>
    [Range(0L, long.MaxValue)]
    public required long Seed { get; init; }

    /// <summary>The number format of products, logits among them, in both passes; weights, and softmax and sums of losses, have 32 bits.</summary>
    public Precision Precision { get; init; } = Precision.Bf16;

    /// <summary>How gradients become updates.</summary>
    public required OptimizerSpec Optimizer { get; init; }

    /// <summary>How the learning rate changes.</summary>
    public required ScheduleSpec Schedule { get; init; }

    /// <summary>The decay of the moving average of the weights that evaluation uses; absent when it uses the weights themselves.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? MovingAverage { get; init; }

    /// <summary>When and on how much held-out data the run is measured.</summary>
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
