using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>A whole run that trains the network by whose features pictures are compared.</summary>
public sealed record FeatureNetworkRecipeSpec : RecipeSpec
{
    /// <summary>The pictures that it learns from.</summary>
    public required VideoDataSpec Data { get; init; }

    /// <summary>The pictures of a batch.</summary>
    [Range(1, 65_536)]
    public required int Batch { get; init; }

    /// <summary>The channels of the finest level.</summary>
    [Range(1, 4_096)]
    public required int Channels { get; init; }
}
