using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>A whole run that trains a language model: what, on what, how, and for how long.</summary>
public sealed record LanguageModelRecipeSpec : RecipeSpec
{
    /// <summary>The model.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>The mixture of tasks; its token budget decides the batch sizes.</summary>
    public required MixtureSpec Mixture { get; init; }

    /// <summary>The weights that the run begins with.</summary>
    public required InitialWeightsSpec Weights { get; init; }

    /// <summary>The batches, each of one length group, whose gradients make one update.</summary>
    [Range(1, 65_536)]
    public int Accumulation { get; init; } = 1;

    /// <summary>What is added to the cross-entropy of the output tokens.</summary>
    public LanguageModelLossSpec Loss { get; init; } = new();
}
