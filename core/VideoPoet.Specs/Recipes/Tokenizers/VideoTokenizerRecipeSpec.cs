using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>A whole run that trains a video tokenizer: first on single frames, then on clips.</summary>
public sealed record VideoTokenizerRecipeSpec : RecipeSpec
{
    /// <summary>The model whose video tokenizer is trained.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>
    /// The file of a video tokenizer of the same sizes to go on from, as a run writes it into <c>weights/</c>, starting from the working directory;
    /// absent for random weights. Then no stage has single frames, because inflation after it would forget what the filters know of time.
    /// </summary>
    public string? Weights { get; init; }

    /// <summary>The videos and images that it learns from.</summary>
    public required VideoDataSpec Data { get; init; }

    /// <summary>The stages of training, in order; each starts from what the one before it learned.</summary>
    [MinLength(1)]
    public required ValueList<VideoStageSpec> Stages { get; init; }

    /// <summary>The losses and their weights.</summary>
    public VideoTokenizerLossSpec Loss { get; init; } = new();

    /// <summary>The first steps of every stage: stage i goes from the i-th number to the next, the last to <see cref="RecipeSpec.Steps"/>.</summary>
    /// <returns>One number for each stage; the first is 0.</returns>
    public IReadOnlyList<long> StageStarts() => [0, .. Stages.SkipLast(1).Select(stage => stage.Until!.Value.Of(Steps))];

    /// <summary>The stage that a step belongs to.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <returns>Its place in <see cref="Stages"/>.</returns>
    public int StageAt(long step) => StageStarts().Count(start => start <= step) - 1;
}
