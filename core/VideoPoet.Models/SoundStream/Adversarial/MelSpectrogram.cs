using TorchSharp;
using TorchSharp.Utils;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>Magnitudes in bands that are as wide as they sound, of windows that overlap by three quarters.</summary>
public sealed class MelSpectrogram : nn.Module<Tensor, Tensor>
{
    private readonly int _transform;
    private readonly int _window;
    [ComponentName(Name = "window")] private readonly Tensor _shape;
    [ComponentName(Name = "bands")] private readonly Tensor _bands;

    /// <summary>Prepares windows and bands.</summary>
    /// <param name="window">The samples of a window, a multiple of 4.</param>
    /// <param name="bands">The number of bands.</param>
    /// <param name="sampleRateHz">The samples of a second.</param>
    /// <param name="smallestTransform">Shorter windows are padded to this many samples, so that narrow bands have frequencies at all.</param>
    /// <param name="device">Where it computes; the default device when null.</param>
    public MelSpectrogram(int window, int bands = 64, int sampleRateHz = 16_000, int smallestTransform = 512, Device? device = null)
        : base(nameof(MelSpectrogram))
    {
        _transform = Math.Max(window, smallestTransform);
        _window = window;
        _shape = hann_window(window, device: device);
        _bands = tensor(MelBands.Triangles(bands, _transform, sampleRateHz), bands, _transform / 2 + 1, device: device);
        RegisterComponents();
    }

    /// <summary>[batch, 1, samples] → [batch, bands, frames], one frame each quarter of a window.</summary>
    public override Tensor forward(Tensor waveform)
    {
        using var scope = NewDisposeScope();
        var spectra = waveform.squeeze(1).stft(_transform, _window / 4, _window, _shape, return_complex: true);
        return _bands.matmul(spectra.abs()).MoveToOuterDisposeScope();
    }
}
