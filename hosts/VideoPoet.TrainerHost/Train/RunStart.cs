using VideoPoet.Specs;
using VideoPoet.Training;
using VideoPoet.Training.Distributed;

namespace VideoPoet.TrainerHost.Train;

/// <summary>Starts a run, or lets it go on, in this process alone or together with others.</summary>
internal static class RunStart
{
    /// <summary>Trains to the end, or until it is cancelled.</summary>
    /// <param name="trainee">What is trained; made with <paramref name="parallel"/>.</param>
    /// <param name="recipe">How long and how.</param>
    /// <param name="parallel">The processes; null for one alone.</param>
    /// <param name="progress">What is told along the way, by the first of the processes.</param>
    /// <param name="cancellationToken">Ends the run after the present step.</param>
    public static async Task<RunResult> TrainAsync(
        ITrainee trainee, RecipeSpec recipe, DataParallel? parallel, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
    {
        var (plan, configuration) = (RunPlan.Of(recipe), RunConfiguration.Of(recipe, trainee.Facts));
        if (parallel is not null)
            return await DataParallelRun.RunAsync(parallel, trainee, plan, configuration, Open, progress, cancellationToken);
        using var folder = Open();
        return await TrainingLoop.RunAsync(trainee, plan, folder, progress, cancellationToken);

        RunFolder Open() => RunFolder.Open(recipe.Checkpoints.Folder, configuration);
    }
}
