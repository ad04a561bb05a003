using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

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

    /// <summary>Where the tokens lie.</summary>
    public TokenDataSpec Data { get; init; } = new();

    /// <summary>
    /// Parameters that keep the values that they begin with, by name; <c>*</c> stands for any part of a name, such as <c>layers.0.*</c>.
    /// </summary>
    public ValueList<string> Freeze { get; init; } = [];

    /// <summary>Whether the backward pass computes activations again instead of keeping them: less memory, a third more time.</summary>
    public bool CheckpointActivations { get; init; }

    /// <summary>
    /// Whether each of several processes remembers what the optimiser needs for its own share of the parameters alone, or for all of them: more memory,
    /// and nothing is lost with a process.
    /// </summary>
    public bool ShardOptimizer { get; init; } = true;

    /// <summary>The sequences of each task that an evaluation generates, and decodes where the tokenizers are at hand.</summary>
    [Range(0, 64)]
    public int Samples { get; init; } = 1;

    /// <summary>What is added to the cross-entropy of the output tokens.</summary>
    public LanguageModelLossSpec Loss { get; init; } = new();
}
