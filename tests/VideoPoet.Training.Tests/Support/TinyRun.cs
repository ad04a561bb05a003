using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.Support;

/// <summary>A run of <see cref="TinyTrainee"/> in a folder of its own.</summary>
internal static class TinyRun
{
    public static FeatureNetworkRecipeSpec Recipe { get; } = new()
    {
        Steps = 12,
        Seed = 7,
        Optimizer = new() { LearningRate = 1e-2 },
        Schedule = new(),
        Evaluation = new() { Every = 4, Batches = 1 },
        Checkpoints = new() { Folder = "unused", Every = 3 },
        Data = new() { Source = "nowhere", Width = 64, Height = 64 },
        Batch = 1,
        Channels = [1],
    };

    /// <summary>Runs to the end of the recipe, or until cancelled.</summary>
    public static async Task<RunResult> RunAsync(
        string path, TinyTrainee trainee, FeatureNetworkRecipeSpec? recipe = null, Action<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        recipe ??= Recipe;
        using var folder = RunFolder.Open(path, RunConfiguration.Of(recipe));
        return await TrainingLoop.RunAsync(trainee, RunPlan.Of(recipe), folder, new Told(progress), cancellationToken);
    }

    /// <summary>The fingerprint of a run that nothing interrupts.</summary>
    public static async Task<string> UninterruptedAsync(string path, FeatureNetworkRecipeSpec? recipe = null, int width = 8)
    {
        using var trainee = new TinyTrainee(width);
        await RunAsync(path, trainee, recipe);
        return trainee.Fingerprint();
    }
}
