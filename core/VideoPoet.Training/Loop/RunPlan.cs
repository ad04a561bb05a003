using VideoPoet.Specs;

namespace VideoPoet.Training;

/// <summary>How long a run goes on, and what happens along the way.</summary>
public sealed record RunPlan
{
    /// <summary>The steps of the whole run.</summary>
    public required long Steps { get; init; }

    /// <summary>What every random choice follows from.</summary>
    public required long Seed { get; init; }

    /// <summary>The steps between two evaluations; one follows the last step in any case.</summary>
    public required long EvaluateEvery { get; init; }

    /// <summary>The steps between two checkpoints; one follows the last step in any case.</summary>
    public required long CheckpointEvery { get; init; }

    /// <summary>How many of the latest checkpoints are kept, at least 1.</summary>
    public int Keep { get; init; } = 3;

    /// <summary>By which figure the best checkpoint is told; that of the trainee when null.</summary>
    public Goal? Goal { get; init; }

    /// <summary>The evaluations in a row without a better one that end the run; null when none do.</summary>
    public int? Patience { get; init; }

    /// <summary>How many steps may fail one after another before the run is given up.</summary>
    public int FailedStepsLimit { get; init; } = 20;

    /// <summary>The plan of a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    public static RunPlan Of(RecipeSpec recipe) => new()
    {
        Steps = recipe.Steps,
        Seed = recipe.Seed,
        EvaluateEvery = recipe.Evaluation.Every,
        CheckpointEvery = recipe.Checkpoints.Every,
        Keep = recipe.Checkpoints.Keep,
        Goal = Goal.Of(recipe.Evaluation.Best),
        Patience = recipe.Evaluation.Patience,
        FailedStepsLimit = recipe.Optimizer.SkipLimit,
    };
}
