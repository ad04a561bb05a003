using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>
/// The discriminators of SoundStream (§III-D): one judges the spectra of a sound, the others its wave at falling rates. All layers are
/// weight-normalised.
/// </summary>
public sealed class SoundDiscriminator : nn.Module<Tensor, IReadOnlyList<DiscriminatorOutput>>
{
    [ComponentName(Name = "spectrum")] private readonly SpectrumDiscriminator _spectrum;
    [ComponentName(Name = "waves")] private readonly ModuleList<FeatureNetwork> _waves;
    [ComponentName(Name = "mels")] private readonly ModuleList<MelDiscriminator> _mels;

    /// <summary>Makes discriminators with random weights.</summary>
    /// <param name="sizes">The sizes; the published ones when null.</param>
    /// <param name="device">Where the weights live; the default device when null.</param>
    public SoundDiscriminator(SoundDiscriminatorSizes? sizes = null, Device? device = null) : base(nameof(SoundDiscriminator))
    {
        sizes ??= new();
        _spectrum = new(sizes, device);
        _waves = new([.. Enumerable.Range(0, sizes.Waves).Select(_ => WaveDiscriminator.Create(sizes.WaveChannels, device))]);
        _mels = new([.. sizes.MelWindows.Select(window => new MelDiscriminator(window, sizes.MelChannels, device))]);
        RegisterComponents();
    }

    /// <summary>Judges sounds.</summary>
    /// <param name="waveform">[batch, 1, samples] from −1 to 1.</param>
    /// <returns>The spectrum discriminator's output, then those of the wave discriminators from the full rate down, then those of the mel
    /// discriminators.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public override IReadOnlyList<DiscriminatorOutput> forward(Tensor waveform)
    {
        SoundShape.CheckWaveform(waveform, leastSamples: 1);
        var outputs = new List<DiscriminatorOutput> { _spectrum.call(waveform) };
        var current = waveform.alias();
        foreach (var wave in _waves)
        {
            using var heard = current;
            outputs.Add(wave.call(heard));
            current = HalfRate(heard);
        }
        current.Dispose();
        outputs.AddRange(_mels.Select(mel => mel.call(waveform)));
        return outputs;
    }

    private static Tensor HalfRate(Tensor waveform) =>
        nn.functional.avg_pool1d(waveform, kernel_size: 4, stride: 2, padding: 1, count_include_pad: false);
}
