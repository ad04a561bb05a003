using TorchSharp;
using VideoPoet.Models.SoundStream.Adversarial;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Training;

/// <summary>
/// What an audio tokenizer makes small: differences of mel spectrograms and of waves, the commitment, and what discriminators hear (SoundStream §III-E).
/// </summary>
public sealed class SoundObjective : IDisposable
{
    private readonly AudioTokenizerLossSpec _weights;
    private readonly MelLoss _mel;

    /// <summary>Makes an objective.</summary>
    /// <param name="weights">The terms and their weights.</param>
    /// <param name="device">Where it computes; the default device when null.</param>
    public SoundObjective(AudioTokenizerLossSpec weights, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        _weights = weights;
        _mel = new(new() { Windows = weights.MelWindows, Floor = weights.MelFloor, Magnitude = weights.MelMagnitude }, device);
    }

    /// <summary>The loss of a batch, in single precision.</summary>
    /// <param name="real">The sounds, [batch, 1, samples], longer than half the longest window of the mel spectrograms.</param>
    /// <param name="decoded">What the tokenizer made of them, of the same shape and any floating type.</param>
    /// <param name="commitment">How far the latents are from their codewords; null when nothing was quantised.</param>
    /// <param name="discriminator">The discriminators; null before they take part, or when the weights have none.</param>
    /// <exception cref="ArgumentException">A tensor has another shape, or there is a discriminator without weights for it.</exception>
    public SoundLoss Of(Tensor real, Tensor decoded, Tensor? commitment, SoundDiscriminator? discriminator = null)
    {
        using var scope = NewDisposeScope();
        var heard = decoded.to(ScalarType.Float32);
        var mel = _mel.call(real, heard);
        var wave = (heard - real).abs().mean();
        var total = _weights.Mel * mel + _weights.Wave * wave;
        if (commitment is not null)
            total = total + _weights.Commitment * commitment;
        if (discriminator is null)
        {
            return new(
                total.MoveToOuterDisposeScope(), mel.MoveToOuterDisposeScope(), wave.MoveToOuterDisposeScope(), commitment,
                Adversarial: null, Features: null);
        }
        var weights = _weights.Adversarial ?? throw new ArgumentException("the losses have no weights for discriminators.", nameof(discriminator));
        var (ofReal, ofDecoded) = (discriminator.call(real), discriminator.call(heard));
        var (adversarial, features) = (AdversarialLoss.Generator(ofDecoded), AdversarialLoss.Features(ofReal, ofDecoded));
        total = total + weights.Weight * adversarial + weights.Features * features;
        return new(
            total.MoveToOuterDisposeScope(), mel.MoveToOuterDisposeScope(), wave.MoveToOuterDisposeScope(), commitment,
            adversarial.MoveToOuterDisposeScope(), features.MoveToOuterDisposeScope());
    }

    /// <summary>The loss of the discriminators.</summary>
    /// <param name="discriminator">The discriminators.</param>
    /// <param name="real">The sounds, [batch, 1, samples].</param>
    /// <param name="decoded">What the tokenizer made of them; no gradient flows to it.</param>
    /// <returns>One number.</returns>
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    public static Tensor OfDiscriminator(SoundDiscriminator discriminator, Tensor real, Tensor decoded)
    {
        using var scope = NewDisposeScope();
        var heard = decoded.detach().to(ScalarType.Float32);
        return AdversarialLoss.Discriminator(discriminator.call(real), discriminator.call(heard)).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the windows and bands.</summary>
    public void Dispose() => _mel.Dispose();
}
