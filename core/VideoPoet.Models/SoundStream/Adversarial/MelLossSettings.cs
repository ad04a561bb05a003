using VideoPoet.Core;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>What a <see cref="MelLoss"/> compares; the defaults are SoundStream's (§III-E).</summary>
public sealed record MelLossSettings
{
    /// <summary>The samples of each window, multiples of 4.</summary>
    public ValueList<int> Windows { get; init; } = [64, 128, 256, 512, 1_024, 2_048];

    /// <summary>
    /// The least magnitude that the logarithm sees, because silence has none. A tone of amplitude 1 has half a window's samples: with 1e-5, all
    /// that is too soft to be heard counts as well.
    /// </summary>
    public double Floor { get; init; } = 1e-5;

    /// <summary>The weight of the difference of magnitudes beside that of logarithms.</summary>
    public double Magnitude { get; init; } = 1;
}
