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
    private const double Floor = 1e-5; // silence has no logarithm

    private static readonly int[] s_windows = [64, 128, 256, 512, 1_024, 2_048];

    [ComponentName(Name = "spectrograms")] private readonly ModuleList<MelSpectrogram> _spectrograms;

    /// <summary>Prepares the windows.</summary>
    public MelLoss() : base(nameof(MelLoss))
    {
        _spectrograms = new([.. s_windows.Select(window => new MelSpectrogram(window))]);
        RegisterComponents();
    }

    /// <summary>Compares sounds.</summary>
    /// <param name="real">[batch, 1, samples], more than 1,024 samples; no gradient flows to it.</param>
    /// <param name="decoded">The same shape.</param>
    /// <returns>One number.</returns>
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    public override Tensor forward(Tensor real, Tensor decoded)
    {
        SoundShape.CheckWaveform(real, leastSamples: s_windows[^1] / 2 + 1);
        SoundShape.CheckWaveform(decoded, leastSamples: s_windows[^1] / 2 + 1);
        using var scope = NewDisposeScope();
        return stack(s_windows.Zip(_spectrograms, (window, mel) => Difference(mel.call(real.detach()), mel.call(decoded), Math.Sqrt(window / 2.0))))
            .sum().MoveToOuterDisposeScope();
    }

    private static Tensor Difference(Tensor real, Tensor decoded, double logWeight)
    {
        var absolute = (real - decoded).abs().sum(dim: 1).mean();
        var logarithms = real.clamp_min(Floor).log() - decoded.clamp_min(Floor).log();
        return absolute + logWeight * linalg.vector_norm(logarithms, 2, [1]).mean();
    }
}
