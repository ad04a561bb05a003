using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>The losses of an audio tokenizer; those of mel spectrograms are SoundStream's by default.</summary>
public sealed record AudioTokenizerLossSpec
{
    /// <summary>The weight of the difference of mel spectrograms.</summary>
    [Range(0.0, 1_000.0)]
    public double Mel { get; init; } = 1;

    /// <summary>The samples of the windows of the mel spectrograms, multiples of 4; the longest is less than twice a piece of sound.</summary>
    [Range(16, 65_536)]
    [MinLength(1)]
    public ValueList<int> MelWindows { get; init; } = [64, 128, 256, 512, 1_024, 2_048];

    /// <summary>The least magnitude in a band that the logarithm sees; a tone of amplitude 1 has half a window's samples.</summary>
    [Range(0.0, 1_000.0, MinimumIsExclusive = true)]
    public double MelFloor { get; init; } = 1e-5;

    /// <summary>The weight of the difference of magnitudes beside that of their logarithms.</summary>
    [Range(0.0, 1_000.0)]
    public double MelMagnitude { get; init; } = 1;

    /// <summary>The weight of the difference of waveforms.</summary>
    [Range(0.0, 1_000_000.0)]
    public double Wave { get; init; }

    /// <summary>The weight of the distance of latents from their codes.</summary>
    [Range(0.0, 1_000.0)]
    public double Commitment { get; init; } = 1;

    /// <summary>The discriminators; none when absent.</summary>
    public AudioAdversarialSpec? Adversarial { get; init; }
}

/// <summary>The adversarial part of an audio tokenizer's training; the defaults are SoundStream's.</summary>
public sealed record AudioAdversarialSpec
{
    /// <summary>The weight of the adversarial loss.</summary>
    [Range(0.0, 1_000.0)]
    public double Weight { get; init; } = 1;

    /// <summary>The weight of the difference of the discriminators' features.</summary>
    [Range(0.0, 1_000_000.0)]
    public double Features { get; init; } = 100;

    /// <summary>The share of all steps after which it begins.</summary>
    [Range(0.0, 1.0)]
    public Share From { get; init; } = new(0);

    /// <summary>How many discriminators hear the wave, each at half the rate of the one before it.</summary>
    [Range(1, 16)]
    public int Waves { get; init; } = 3;

    /// <summary>The channels of a wave discriminator's first layer, a multiple of 4.</summary>
    [Range(4, 4_096)]
    public int WaveChannels { get; init; } = 16;

    /// <summary>The channels of the spectrum discriminator's first layer.</summary>
    [Range(1, 4_096)]
    public int SpectrumChannels { get; init; } = 32;

    /// <summary>The samples of the windows of the mel spectrograms that are judged too, multiples of 4.</summary>
    [Range(16, 65_536)]
    public ValueList<int> MelWindows { get; init; } = [];

    /// <summary>The channels of the first layer of a discriminator of mel spectrograms.</summary>
    [Range(1, 4_096)]
    public int MelChannels { get; init; } = 32;
}
