using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>A whole run that trains the network by whose features pictures are compared.</summary>
public sealed record FeatureNetworkRecipeSpec : RecipeSpec
{
    /// <summary>The pixels of a picture's width and height, half at each edge, that are a border.</summary>
    public const int Border = 8;

    /// <summary>
    /// The pictures that it learns from, single frames of videos among them. Of their width and height, 8 pixels are a border that changed pictures
    /// move in.
    /// </summary>
    public required VideoDataSpec Data { get; init; }

    /// <summary>The pictures of a batch; groups of 4 are changed in the same way, and every fourth group learns what more of a change is.</summary>
    [Range(2, 65_536)]
    public required int Batch { get; init; }

    /// <summary>
    /// The channels of each level, the finest first; a level has half the height and width of the one before it, the first half those of the pictures.
    /// </summary>
    [MinLength(1)]
    [Range(1L, 4_096L)]
    public ValueList<long> Channels { get; init; } = [16, 32, 64, 96, 128];
}
