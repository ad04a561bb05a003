using VideoPoet.Core;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>The sizes of the discriminators; the defaults are SoundStream's (§III-D).</summary>
public sealed record SoundDiscriminatorSizes
{
    /// <summary>How many discriminators hear the wave, each at half the rate of the one before it.</summary>
    public int Waves { get; init; } = 3;

    /// <summary>The channels of a wave discriminator's first layer, a multiple of 4; they grow to 64 times as many.</summary>
    public int WaveChannels { get; init; } = 16;

    /// <summary>The channels of the spectrum discriminator's first layer; they grow to 8 times as many.</summary>
    public int SpectrumChannels { get; init; } = 32;

    /// <summary>The samples of a spectrum: a multiple of 128, because its frequencies are halved six times.</summary>
    public int Window { get; init; } = 1_024;

    /// <summary>The samples between two spectra.</summary>
    public int Hop { get; init; } = 256;

    /// <summary>The windows of the mel spectrograms that are judged, multiples of 4; SoundStream has none.</summary>
    public ValueList<int> MelWindows { get; init; } = [];

    /// <summary>The channels of a mel discriminator's first layer; they grow to 4 times as many.</summary>
    public int MelChannels { get; init; } = 32;
}
