using VideoPoet.Torch;

namespace VideoPoet.Training.Distributed;

/// <summary>A run of several processes, or of one.</summary>
public static class DataParallelRun
{
    /// <summary>Trains to the end of the plan, or until any of the processes is asked to stop. Rank 0 alone has the run's folder.</summary>
    /// <param name="parallel">The processes.</param>
    /// <param name="trainee">What is trained, made with <paramref name="parallel"/>.</param>
    /// <param name="plan">How long and how.</param>
    /// <param name="configuration">What the run was started with, to be the same in all processes.</param>
    /// <param name="open">Opens the run's folder; called in rank 0 alone.</param>
    /// <param name="progress">What rank 0 tells along the way.</param>
    /// <param name="cancellationToken">Ends the run after the present step; it can go on later.</param>
    /// <returns>How the run ended; only rank 0 knows what was measured.</returns>
    /// <exception cref="TrainingException">
    /// As of a <see cref="TrainingLoop"/>; or the processes were not started with the same, or one was lost, after which a checkpoint holds the last
    /// step as far as it can be saved.
    /// </exception>
    public static async Task<RunResult> RunAsync(
        DataParallel parallel, ITrainee trainee, RunPlan plan, RunConfiguration configuration, Func<RunFolder> open,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        try
        {
            RunAgreement.Check(parallel.Group, configuration.Values);
            return parallel.Leads
                ? await LeadAsync(parallel, trainee, plan, open, progress, cancellationToken)
                : await Task.Run(() => Follower.Run(parallel, trainee, plan, cancellationToken), CancellationToken.None);
        }
        catch (LostPeerException exception)
        {
            throw new TrainingException(
                $"{exception.Message.TrimEnd('.')}; the run goes on from its last checkpoint when all processes are started again.", exception);
        }
        catch (Exception exception)
        {
            parallel.Group.Abort(exception.Message);
            throw;
        }
    }

    private static async Task<RunResult> LeadAsync(
        DataParallel parallel, ITrainee trainee, RunPlan plan, Func<RunFolder> open, IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var folder = open();
        // Not disposed: the trainee is the caller's.
        var result = await TrainingLoop.RunAsync(new LeadingTrainee(trainee, parallel, stop), plan, folder, progress, stop.Token);
        parallel.Tell(result.IsComplete ? Order.Complete : Order.Stop, result.Step);
        return result;
    }
}
