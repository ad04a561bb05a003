using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>The sizes of one super-resolution stage: a masked transformer with windowed attention along three axes (paper §3.3).</summary>
public sealed record SuperResolutionSpec
{
    /// <summary>The stage's name.</summary>
    public required string Name { get; init; }

    /// <summary>The width of the residual stream.</summary>
    [Range(2, 65_536)]
    public required int Width { get; init; }

    /// <summary>The number of blocks; each has a vertical, a horizontal and a temporal layer.</summary>
    [Range(1, 1_000)]
    public required int Blocks { get; init; }

    /// <summary>The number of attention heads; they divide the width.</summary>
    [Range(1, 1_024)]
    public required int Heads { get; init; }

    /// <summary>The shape of the output codes: latent frames, rows, columns. The input has half the rows and columns.</summary>
    [Range(1, 4_096)]
    public required ValueList<int> Latent { get; init; }

    /// <summary>The attention windows.</summary>
    public required AxisWindows Windows { get; init; }
}

/// <summary>The attention windows of the three layers of a block; each divides the shape of the codes.</summary>
public sealed record AxisWindows
{
    /// <summary>The window of the vertical layer: latent frames, rows, columns.</summary>
    [Range(1, 4_096)]
    public required ValueList<int> Vertical { get; init; }

    /// <summary>The window of the horizontal layer: latent frames, rows, columns.</summary>
    [Range(1, 4_096)]
    public required ValueList<int> Horizontal { get; init; }

    /// <summary>The window of the temporal layer: latent frames, rows, columns.</summary>
    [Range(1, 4_096)]
    public required ValueList<int> Temporal { get; init; }
}
