using static TorchSharp.torch;

namespace VideoPoet.Training.Distributed;

/// <summary>What every process but rank 0 does in a run: what it is told. It writes nothing.</summary>
internal static class Follower
{
    /// <summary>Follows to the end of the run.</summary>
    /// <param name="parallel">The processes.</param>
    /// <param name="trainee">What is trained.</param>
    /// <param name="plan">The same as rank 0's.</param>
    /// <param name="cancellationToken">Asks rank 0 to end the run after the present step.</param>
    public static RunResult Run(DataParallel parallel, ITrainee trainee, RunPlan plan, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (order, argument) = parallel.Hear(cancellationToken.IsCancellationRequested);
            switch (order)
            {
                case Order.Synchronise:
                    ModuleSynchronisation.Broadcast(parallel.Group, trainee.Parts);
                    break;
                case Order.Step:
                    Step(parallel, trainee, new(argument, plan.Steps, plan.Seed));
                    break;
                case Order.Gather:
                    parallel.Optimizers[(int)argument].Give();
                    break;
                case Order.Scatter:
                    parallel.Optimizers[(int)argument].Take();
                    break;
                case Order.Complete or Order.Stop:
                    return new(argument, order == Order.Complete, []);
                default:
                    throw new InvalidOperationException($"rank 0 told rank {parallel.Rank} to do {order}, which it does not know.");
            }
        }
    }

    private static void Step(DataParallel parallel, ITrainee trainee, StepContext context)
    {
        try
        {
            using var scope = NewDisposeScope();
            StepSeed.Set(context.Seed, context.Step, parallel.Rank);
            trainee.Step(context);
        }
        catch (IOException exception)
        {
            throw new TrainingException($"step {context.Step + 1} could not read what it learns from: {exception.Message.TrimEnd('.')}.", exception);
        }
    }
}
