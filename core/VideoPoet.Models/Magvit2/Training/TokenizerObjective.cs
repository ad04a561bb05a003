using TorchSharp;
using VideoPoet.Models.Perceptual;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>What a video tokenizer makes small, but for its adversarial part: pixels, features and the terms of its codes.</summary>
public sealed class TokenizerObjective
{
    private readonly VideoTokenizerLossSpec _weights;
    private readonly PerceptualLoss? _perceptual;
    private readonly ReconstructionLoss _reconstruction;
    private readonly QuantizerObjective _quantizer;

    /// <summary>Makes an objective.</summary>
    /// <param name="weights">The terms and their weights.</param>
    /// <param name="perceptual">The difference of features; null where it has no weight.</param>
    /// <exception cref="ArgumentException">There is a weight for features, but nothing that sees them.</exception>
    public TokenizerObjective(VideoTokenizerLossSpec weights, PerceptualLoss? perceptual)
    {
        if (weights.Perceptual > 0 && perceptual is null)
            throw new ArgumentException("the perceptual loss has a weight, so it needs a feature network.", nameof(perceptual));
        _weights = weights;
        _perceptual = weights.Perceptual > 0 ? perceptual : null;
        _reconstruction = new(weights.Motion);
        var codes = weights.Quantizer;
        _quantizer = new()
        {
            Temperature = codes.Temperature,
            Groups = codes.Groups,
            EntropyWeight = codes.Entropy,
            AnnealingSteps = codes.AnnealingSteps,
            AnnealingFactor = codes.AnnealingFactor,
            CommitmentWeight = codes.Commitment,
        };
    }

    /// <summary>The loss of a batch.</summary>
    /// <param name="reconstruction">What the tokenizer made of it; its losses are computed in single precision.</param>
    /// <param name="real">The clips, [batch, 3, frames, height, width], from −1 to 1.</param>
    /// <param name="step">The step, from 0.</param>
    public TokenizerLoss Of(Reconstruction reconstruction, Tensor real, long step)
    {
        using var scope = NewDisposeScope();
        var decoded = reconstruction.Pixels.to_type(ScalarType.Float32);
        var pixels = _reconstruction.Of(decoded, real);
        var codes = _quantizer.Terms(reconstruction.Latents.to_type(ScalarType.Float32));
        var features = _perceptual?.Of(decoded, real);
        var total = pixels.mul(_weights.Reconstruction).add(_quantizer.Loss(codes, step));
        if (features is not null)
            total = total.add(features.mul(_weights.Perceptual));
        var loss = new TokenizerLoss(total, pixels, codes, features);
        loss.MoveToOuterDisposeScope();
        return loss;
    }
}
