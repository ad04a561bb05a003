using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>A whole run that trains an audio tokenizer.</summary>
public sealed record AudioTokenizerRecipeSpec : RecipeSpec
{
    /// <summary>The model whose audio tokenizer is trained.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>
    /// The file of an audio tokenizer of the same sizes to go on from, as a run writes it into <c>weights/</c>, starting from the working directory;
    /// absent for random weights.
    /// </summary>
    public string? Weights { get; init; }

    /// <summary>The sounds that it learns from.</summary>
    public required SoundDataSpec Data { get; init; }

    /// <summary>The sounds of a batch.</summary>
    [Range(1, 65_536)]
    public required int Batch { get; init; }

    /// <summary>The losses and their weights.</summary>
    public AudioTokenizerLossSpec Loss { get; init; } = new();

    /// <summary>How codebooks learn.</summary>
    public AudioQuantizerSpec Quantizer { get; init; } = new();
}
