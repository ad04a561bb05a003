using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>A whole run that trains the network that estimates the flow and the depth of clips.</summary>
public sealed record FlowDepthRecipeSpec : RecipeSpec
{
    /// <summary>The clips that it learns from.</summary>
    public required FlowDepthDataSpec Data { get; init; }

    /// <summary>The moments of a batch, each a frame with those before and after it; all of a batch have one size.</summary>
    [Range(1, 65_536)]
    public required int Batch { get; init; }

    /// <summary>
    /// The channels of each level, the finest first; a level has half the height and width of the one before it, the first half those of the frames.
    /// </summary>
    [MinLength(1)]
    [Range(1L, 4_096L)]
    public ValueList<long> Channels { get; init; } = [32, 48, 64];
}

/// <summary>Clips whose flow and depth are known, which only drawn ones are.</summary>
public sealed record FlowDepthDataSpec
{
    /// <summary>Clips of Toybox, such as <c>toybox:clips=100000,seed=1</c>; it is measured on their held-out combinations.</summary>
    public required string Source { get; init; }

    /// <summary>The sizes that they are drawn in; each batch has one of them, by chance.</summary>
    [MinLength(1)]
    public required ValueList<DrawnSizeSpec> Sizes { get; init; }
}

/// <summary>A size that clips are drawn in.</summary>
public sealed record DrawnSizeSpec
{
    /// <summary>Pixels from left to right, a multiple of 2 for each level: of 8 for three.</summary>
    [Range(8, 8_192)]
    public required int Width { get; init; }

    /// <summary>Pixels from top to bottom, a multiple of 2 for each level: of 8 for three.</summary>
    [Range(8, 8_192)]
    public required int Height { get; init; }
}
