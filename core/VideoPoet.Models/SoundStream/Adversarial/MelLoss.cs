using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>
/// How far apart two sounds are in mel spectrograms of six window lengths (SoundStream §III-E): the absolute difference of a frame, plus the
/// Euclidean difference of its logarithms times √(window / 2). The paper adds frames up; here they are averaged, so that the loss does not grow
/// with the sound.
/// </summary>
public sealed class MelLoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly MelLossSettings _settings;
    [ComponentName(Name = "spectrograms")] private readonly ModuleList<MelSpectrogram> _spectrograms;

    /// <summary>Prepares the windows.</summary>
    /// <param name="settings">What is compared; as published when null.</param>
    /// <param name="device">Where it computes; the default device when null.</param>
    public MelLoss(MelLossSettings? settings = null, Device? device = null) : base(nameof(MelLoss))
    {
        _settings = settings ?? new();
        _spectrograms = new([.. _settings.Windows.Select(window => new MelSpectrogram(window, device: device))]);
        RegisterComponents();
    }

    /// <summary>Compares sounds.</summary>
    /// <param name="real">[batch, 1, samples], more than half the longest window; no gradient flows to it.</param>
    /// <param name="decoded">The same shape.</param>
    /// <returns>One number.</returns>
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    public override Tensor forward(Tensor real, Tensor decoded)
    {
        var least = _settings.Windows.Max() / 2 + 1;
        SoundShape.CheckWaveform(real, least);
        SoundShape.CheckWaveform(decoded, least);
        using var scope = NewDisposeScope();
        return stack(_settings.Windows.Zip(_spectrograms,
            (window, mel) => Difference(mel.call(real.detach()), mel.call(decoded), Math.Sqrt(window / 2.0)))).sum().MoveToOuterDisposeScope();
    }

    private Tensor Difference(Tensor real, Tensor decoded, double logWeight)
    {
        var absolute = (real - decoded).abs().sum(dim: 1).mean();
        var logarithms = real.clamp_min(_settings.Floor).log() - decoded.clamp_min(_settings.Floor).log();
        return _settings.Magnitude * absolute + logWeight * linalg.vector_norm(logarithms, 2, [1]).mean();
    }
}
