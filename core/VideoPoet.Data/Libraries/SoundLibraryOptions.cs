using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>What becomes of the sources of a <see cref="SoundLibrary"/>.</summary>
public sealed record SoundLibraryOptions
{
    /// <summary>Whether every source is made as loud as it can be: its largest sample becomes 1 or −1.</summary>
    public bool PeakNormalize { get; init; }

    /// <summary>How much softer a drawn window may be made, decibels, at least 0; the gain is drawn from minus this to 0.</summary>
    public double GainRangeDb { get; init; }

    /// <summary>How much faster or slower a drawn window may be played, at least 1; the speed is drawn between its reciprocal and this.</summary>
    public double SpeedRange { get; init; } = 1;

    /// <summary>The share that training never sees: whole files, or of few files the end of each.</summary>
    public Share HeldOut { get; init; } = new(0.15);

    /// <summary>How many sources may be bad.</summary>
    public int BadFilesLimit { get; init; } = 10;

    /// <summary>How much a source may ask for.</summary>
    public MediaLimits Limits { get; init; } = MediaLimits.Default;

    /// <summary>Checks the values.</summary>
    /// <returns>The options.</returns>
    internal SoundLibraryOptions Checked()
    {
        if (!(GainRangeDb is >= 0 and <= 120))
            throw new ArgumentOutOfRangeException(nameof(GainRangeDb), GainRangeDb, "the range of gains must be from 0 to 120 dB.");
        if (!(SpeedRange is >= 1 and <= 4))
            throw new ArgumentOutOfRangeException(nameof(SpeedRange), SpeedRange, "the range of speeds must be from 1 to 4.");
        if (!(HeldOut.Value is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(HeldOut), HeldOut, "the share that is held out must be at least 0 and below 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(BadFilesLimit);
        return this;
    }
}
