using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>Judges the logarithms of a mel spectrogram: [batch, 1, samples] → logits [batch, 1, about samples / (2 · window), 1].</summary>
/// <remarks>
/// SoundStream has none; it hears what a listener hears, where the spectrum discriminator hears frequencies that are equally far apart. Halvings
/// of frames and bands are those of PatchGAN (Isola et al., arXiv 1611.07004): filters of 4 with a stride of 2.
/// </remarks>
internal sealed class MelDiscriminator : nn.Module<Tensor, DiscriminatorOutput>
{
    private const int Bands = 64;
    private const double Floor = 1e-2;

    private static readonly int[] s_growth = [1, 2, 4, 4];

    [ComponentName(Name = "spectrogram")] private readonly MelSpectrogram _spectrogram;
    [ComponentName(Name = "network")] private readonly FeatureNetwork _network;

    public MelDiscriminator(int window, int channels, Device? device) : base(nameof(MelDiscriminator))
    {
        _spectrogram = new(window, Bands, device: device);
        _network = new(Layers(channels, device));
        RegisterComponents();
    }

    public override DiscriminatorOutput forward(Tensor waveform)
    {
        using var bands = Logarithms(waveform);
        return _network.call(bands);
    }

    private static IEnumerable<nn.Module<Tensor, Tensor>> Layers(int channels, Device? device)
    {
        yield return WeightNormLayer.Conv2d(1, channels, (7, 7), (1, 1), (3, 3), device);
        for (var i = 1; i < s_growth.Length; i++)
            yield return WeightNormLayer.Conv2d(s_growth[i - 1] * channels, s_growth[i] * channels, (4, 4), (2, 2), (2, 1), device);
        yield return WeightNormLayer.Conv2d(s_growth[^1] * channels, 1, (1, Bands >> (s_growth.Length - 1)), (1, 1), (0, 0), device);
    }

    // [batch, 1, frames, bands]
    private Tensor Logarithms(Tensor waveform)
    {
        using var scope = NewDisposeScope();
        return _spectrogram.call(waveform).clamp_min(Floor).log().transpose(1, 2).unsqueeze(1).MoveToOuterDisposeScope();
    }
}
