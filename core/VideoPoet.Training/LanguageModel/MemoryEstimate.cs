using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Training.LanguageModels;

/// <summary>The memory that training needs, in bytes; what the libraries themselves take comes on top.</summary>
/// <param name="Weights">The parameters, 32 bits each.</param>
/// <param name="Gradients">Their gradients; frozen parameters have none.</param>
/// <param name="Optimizer">What the optimiser keeps of each.</param>
/// <param name="Average">The moving average.</param>
/// <param name="Activations">What the backward pass of the largest batch needs.</param>
/// <param name="Loss">The logits of one chunk and the gradient of the output layer.</param>
public sealed record MemoryEstimate(long Weights, long Gradients, long Optimizer, long Average, long Activations, long Loss)
{
    private const long Single = 4, Half = 2;
    private const long ChunkOfLogits = 1 << 24; // as the loss cuts them

    /// <summary>All together.</summary>
    public long Total => Weights + Gradients + Optimizer + Average + Activations + Loss;

    /// <summary>Estimates.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="plan">What the mixture draws.</param>
    /// <param name="vocabulary">The token ids.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="frozen">Those of them that are not trained.</param>
    /// <param name="optimizerNumbers">The numbers that the optimiser keeps.</param>
    internal static MemoryEstimate Of(
        LanguageModelRecipeSpec recipe, MixturePlan plan, UnifiedVocabulary vocabulary, long parameters, long frozen, long optimizerNumbers)
    {
        var sizes = recipe.Model.LanguageModel;
        var largest = plan.Stages.SelectMany(stage => stage.Groups).Max(group => (long)group.Batch * group.Lengths.Length);
        return new(
            Single * parameters,
            Single * (parameters - frozen),
            Single * optimizerNumbers,
            recipe.MovingAverage is null ? 0 : Single * parameters,
            largest * ActivationsOfToken(sizes, recipe.Precision, recipe.CheckpointActivations),
            3 * Single * ChunkOfLogits + Single * vocabulary.Size * sizes.Width);
    }

    // Of each block: the inputs of both norms and of both sums in 32 bits; in the format of the pass the inputs of its seven products, queries
    // and keys before and after their rotation, and the gate before and after its activation.
    private static long ActivationsOfToken(LanguageModelSpec sizes, Precision precision, bool checkpointed)
    {
        long width = sizes.Width, format = precision == Precision.Bf16 ? Half : Single;
        var block = 4 * Single * width + format * (8 * width + 4 * sizes.FeedForward);
        return checkpointed ? sizes.Layers * Single * width + block : sizes.Layers * block;
    }
}
