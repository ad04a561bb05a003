using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>The sounds that a network learns from, and how pieces are drawn from them.</summary>
public sealed record SoundDataSpec
{
    /// <summary>A folder of media, or a manifest (JSONL or CSV), starting from the working directory; <c>--data</c> takes its place.</summary>
    public required string Source { get; init; }

    /// <summary>The length of a piece.</summary>
    [Range(0.0, 60.0, MinimumIsExclusive = true)]
    public double Seconds { get; init; } = 1;

    /// <summary>Whether every source is first brought to the same highest amplitude.</summary>
    public bool PeakNormalize { get; init; } = true;

    /// <summary>How much softer a piece may be made by chance, in decibels; 0 for none.</summary>
    [Range(0.0, 60.0)]
    public double GainRangeDb { get; init; } = 6;

    /// <summary>How much faster or slower a piece may be played, so that few voices sound like many; 1 for none.</summary>
    [Range(1.0, 4.0)]
    public double SpeedRange { get; init; } = 1;

    /// <summary>The share of the sources that is kept for measuring.</summary>
    [Range(0.0, 0.5)]
    public Share HeldOut { get; init; } = new(0.15);

    /// <summary>How many files may be unreadable before the run is refused.</summary>
    [Range(0, int.MaxValue)]
    public int BadFilesLimit { get; init; } = 10;
}
