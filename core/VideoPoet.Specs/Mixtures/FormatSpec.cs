using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>The size and the length of a format that a mixture declares.</summary>
public sealed record FormatSpec
{
    /// <summary>Pixels from left to right, a multiple of 8.</summary>
    [Range(8, 8_192)]
    public required int Width { get; init; }

    /// <summary>Pixels from top to bottom, a multiple of 8.</summary>
    [Range(8, 8_192)]
    public required int Height { get; init; }

    /// <summary>Frames: 1 + 4k; 1 is an image.</summary>
    [Range(1, 10_001)]
    public required int Frames { get; init; }

    /// <summary>The format under a name.</summary>
    /// <param name="name">The name: lower-case words joined by hyphens.</param>
    /// <exception cref="ArgumentException">The name or a size breaks its rule.</exception>
    public VideoFormat Create(string name) => new(name, Width, Height, Frames);
}
