using TorchSharp;
using VideoPoet.Models.SoundStream.Adversarial;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Training;

/// <summary>What an audio tokenizer makes small, but for its adversarial part: differences of mel spectrograms and of waves, and the commitment.</summary>
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
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    public SoundLoss Of(Tensor real, Tensor decoded, Tensor? commitment)
    {
        using var scope = NewDisposeScope();
        var heard = decoded.to(ScalarType.Float32);
        var mel = _mel.call(real, heard);
        var wave = (heard - real).abs().mean();
        var total = _weights.Mel * mel + _weights.Wave * wave;
        if (commitment is not null)
            total = total + _weights.Commitment * commitment;
        return new(total.MoveToOuterDisposeScope(), mel.MoveToOuterDisposeScope(), wave.MoveToOuterDisposeScope(), commitment);
    }

    /// <summary>Frees the windows and bands.</summary>
    public void Dispose() => _mel.Dispose();
}
