using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>Judges the complex spectra of a sound: [batch, 1, samples] → logits [batch, 1, time / 8, 1].</summary>
internal sealed class SpectrumDiscriminator : nn.Module<Tensor, DiscriminatorOutput>
{
    private static readonly int[] s_growth = [1, 2, 4, 4, 8, 8];

    private readonly int _hop;
    [ComponentName(Name = "window")] private readonly Tensor _window;
    [ComponentName(Name = "network")] private readonly FeatureNetwork _network;

    public SpectrumDiscriminator(SoundDiscriminatorSizes sizes, Device? device) : base(nameof(SpectrumDiscriminator))
    {
        _hop = sizes.Hop;
        _window = hann_window(sizes.Window, device: device);
        _network = new(Layers(sizes, device));
        RegisterComponents();
    }

    public override DiscriminatorOutput forward(Tensor waveform)
    {
        using var parts = Spectra(waveform);
        return _network.call(parts);
    }

    private static IEnumerable<nn.Module<Tensor, Tensor>> Layers(SoundDiscriminatorSizes sizes, Device? device)
    {
        var channels = sizes.SpectrumChannels;
        yield return WeightNormLayer.Conv2d(2, channels, (7, 7), (1, 1), (3, 3), device);
        for (var i = 0; i < s_growth.Length; i++)
        {
            var next = s_growth[i] * sizes.SpectrumChannels;
            yield return new SpectrumBlock(channels, next, timeStride: 1 + i % 2, frequencyStride: 2, device);
            channels = next;
        }
        var frequencies = sizes.Window / 2 >> s_growth.Length;
        yield return WeightNormLayer.Conv2d(channels, 1, (1, frequencies), (1, 1), (0, 0), device);
    }

    // [batch, 2, time, window / 2]: real and imaginary parts as channels, without the highest frequency, so that halving leaves no rest.
    private Tensor Spectra(Tensor waveform)
    {
        using var scope = NewDisposeScope();
        var window = _window.size(0);
        var spectra = waveform.squeeze(1).stft(window, _hop, window, _window, return_complex: true);
        return spectra.narrow(1, 0, window / 2).view_as_real().permute(0, 3, 2, 1).MoveToOuterDisposeScope();
    }
}
