using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>How a run makes its tokens itself, of media, before it trains.</summary>
public sealed record TokenizeSpec
{
    /// <summary>The folder, in the run's own, that its shards lie under.</summary>
    public const string ShardsFolder = "tokens";

    /// <summary>
    /// The model whose tokenizers and text encoder are used: its folder, starting from the working directory, or the name of one that comes along.
    /// They are copied into the run's folder, so that the run is a model by itself.
    /// </summary>
    public required string Tokenizers { get; init; }

    /// <summary>Seconds between the beginnings of windows of one file; absent, they follow one another.</summary>
    [Range(0.0, 3_600.0, MinimumIsExclusive = true)]
    public double? Stride { get; init; }

    /// <summary>
    /// Whether a video that is shorter than a format becomes one window of it, whose last frame stands still and whose sound ends in silence; otherwise
    /// it is left out.
    /// </summary>
    public bool HoldShort { get; init; }

    /// <summary>How many files may be bad, and are skipped.</summary>
    [Range(0, int.MaxValue)]
    public int BadFilesLimit { get; init; } = 10;
}
