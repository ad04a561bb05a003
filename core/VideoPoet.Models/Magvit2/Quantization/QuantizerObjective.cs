using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>The part of a tokenizer's loss that is about its codes, with the weights of MAGVIT-v2's appendix.</summary>
public sealed record QuantizerObjective
{
    /// <summary>τ of the soft assignment.</summary>
    public double Temperature { get; init; } = 0.01;

    /// <summary>The groups into which bits fall for <see cref="QuantizerLosses.BatchEntropy"/>; it divides the bits.</summary>
    public int Groups { get; init; } = 2;

    /// <summary>The weight of the entropies after annealing.</summary>
    public double EntropyWeight { get; init; } = 0.1;

    /// <summary>The steps over which the entropies' weight falls to <see cref="EntropyWeight"/>; 0 for none.</summary>
    public int AnnealingSteps { get; init; } = 2_000;

    /// <summary>
    /// What is added to the entropies' weight at the first step, as a multiple of it. The appendix says "factor 3": as MAGVIT's published code
    /// adds it, so that the weight starts at four times its value.
    /// </summary>
    public double AnnealingFactor { get; init; } = 3;

    /// <summary>The weight of <see cref="QuantizerLosses.Commitment"/>.</summary>
    public double CommitmentWeight { get; init; } = 0.25;

    /// <summary>The weight of the entropies at a step.</summary>
    /// <param name="step">The step, from 0.</param>
    public double EntropyWeightAt(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        var rest = step < AnnealingSteps ? 1 - (double)step / AnnealingSteps : 0;
        return EntropyWeight * (1 + AnnealingFactor * rest);
    }

    /// <summary>The terms of latents, without their weights.</summary>
    /// <param name="latents">[batch, bits, …]</param>
    public QuantizerTerms Terms(Tensor latents) => new(
        QuantizerLosses.SampleEntropy(latents, Temperature),
        QuantizerLosses.BatchEntropy(latents, Temperature, Groups),
        QuantizerLosses.Commitment(latents));

    /// <summary>The weighted sum of commitment and entropies: decided latents and evenly used codes make it small.</summary>
    /// <param name="terms">The terms of the latents.</param>
    /// <param name="step">The step, from 0.</param>
    /// <returns>A scalar.</returns>
    public Tensor Loss(QuantizerTerms terms, long step)
    {
        using var scope = NewDisposeScope();
        var entropies = terms.SampleEntropy.sub(terms.BatchEntropy);
        return terms.Commitment.mul(CommitmentWeight).add(entropies.mul(EntropyWeightAt(step))).MoveToOuterDisposeScope();
    }

    /// <summary>The weighted sum of commitment and entropies of latents.</summary>
    /// <param name="latents">[batch, bits, …]</param>
    /// <param name="step">The step, from 0.</param>
    /// <returns>A scalar.</returns>
    public Tensor Loss(Tensor latents, long step)
    {
        using var scope = NewDisposeScope();
        return Loss(Terms(latents), step).MoveToOuterDisposeScope();
    }
}
