using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>The videos and images that a network learns from, and how clips are drawn from them.</summary>
public sealed record VideoDataSpec
{
    /// <summary>A folder of media, or a manifest (JSONL or CSV), starting from the working directory; <c>--data</c> takes its place.</summary>
    public required string Source { get; init; }

    /// <summary>Pixels from left to right, a multiple of 8.</summary>
    [Range(8, 8_192)]
    public required int Width { get; init; }

    /// <summary>Pixels from top to bottom, a multiple of 8.</summary>
    [Range(8, 8_192)]
    public required int Height { get; init; }

    /// <summary>The frames per second that clips are read at; each clip has one of them.</summary>
    [Range(0.0, 240.0, MinimumIsExclusive = true)]
    [MinLength(1)]
    public ValueList<double> FrameRates { get; init; } = [8];

    /// <summary>How much larger than a clip the picture is from which it is cut at a random place; 1 cuts from the middle.</summary>
    [Range(1.0, 4.0)]
    public double Margin { get; init; } = 1.25;

    /// <summary>Whether every second clip, by chance, is mirrored.</summary>
    public bool Flip { get; init; } = true;

    /// <summary>The share that is kept for measuring: blocks all along every video, and whole images and clips of data sources.</summary>
    [Range(0.0, 0.5)]
    public Share HeldOut { get; init; } = new(0.15);

    /// <summary>How many files may be unreadable before the run is refused.</summary>
    [Range(0, int.MaxValue)]
    public int BadFilesLimit { get; init; } = 10;
}
