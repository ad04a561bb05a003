using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>The losses of a video tokenizer; the defaults are those of MAGVIT-v2's appendix.</summary>
public sealed record VideoTokenizerLossSpec
{
    /// <summary>The weight of the squared difference of pixels.</summary>
    [Range(0.0, 1_000.0)]
    public double Reconstruction { get; init; } = 5;

    /// <summary>The additional weight of pixels that move, relative to those that rest; 0 treats all alike.</summary>
    [Range(0.0, 1_000.0)]
    public double Motion { get; init; }

    /// <summary>The weight of the difference of features; 0 leaves the feature network out.</summary>
    [Range(0.0, 1_000.0)]
    public double Perceptual { get; init; } = 0.1;

    /// <summary>The weights of the feature network, starting from the working directory; those that come with the program when absent.</summary>
    public string? FeatureNetwork { get; init; }

    /// <summary>What keeps codes decided and evenly used.</summary>
    public VideoQuantizerLossSpec Quantizer { get; init; } = new();

    /// <summary>The discriminator; none when absent.</summary>
    public VideoAdversarialSpec? Adversarial { get; init; }
}

/// <summary>The losses of lookup-free codes; the defaults are those of MAGVIT-v2's appendix.</summary>
public sealed record VideoQuantizerLossSpec
{
    /// <summary>The temperature of the soft assignment.</summary>
    [Range(0.0, 1_000.0, MinimumIsExclusive = true)]
    public double Temperature { get; init; } = 0.01;

    /// <summary>The groups into which bits fall for the entropy of a batch; it divides the bits.</summary>
    [Range(1, 24)]
    public int Groups { get; init; } = 2;

    /// <summary>The weight of the entropies after annealing.</summary>
    [Range(0.0, 1_000.0)]
    public double Entropy { get; init; } = 0.1;

    /// <summary>The steps over which the weight of the entropies falls to its value; 0 for none.</summary>
    [Range(0, int.MaxValue)]
    public int AnnealingSteps { get; init; } = 2_000;

    /// <summary>What is added to the weight of the entropies at the first step, as a multiple of it.</summary>
    [Range(0.0, 1_000.0)]
    public double AnnealingFactor { get; init; } = 3;

    /// <summary>The weight of the distance of latents from their codes.</summary>
    [Range(0.0, 1_000.0)]
    public double Commitment { get; init; } = 0.25;
}

/// <summary>The adversarial part of a video tokenizer's training; the defaults are those of MAGVIT-v2's appendix.</summary>
public sealed record VideoAdversarialSpec
{
    /// <summary>The weight of the adversarial loss.</summary>
    [Range(0.0, 1_000.0)]
    public double Weight { get; init; } = 0.1;

    /// <summary>The share of all steps after which it begins.</summary>
    [Range(0.0, 1.0)]
    public Share From { get; init; } = new(0);

    /// <summary>The channels of the discriminator's finest level.</summary>
    [Range(1, 4_096)]
    public required int Channels { get; init; }

    /// <summary>The weight of the penalty on the discriminator's gradient at real clips.</summary>
    [Range(0.0, 1_000.0)]
    public double GradientPenalty { get; init; } = 10;

    /// <summary>The weight of LeCAM, which keeps the discriminator's logits near their averages.</summary>
    [Range(0.0, 1_000.0)]
    public double Lecam { get; init; } = 0.001;
}
