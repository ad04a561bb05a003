using System.Diagnostics;
using VideoPoet.Specs;
using VideoPoet.Training;
using static TorchSharp.torch;

namespace VideoPoet.TrainerHost.Train;

/// <summary>Takes a few steps of a run to say what it would cost; what they learn is thrown away.</summary>
internal static class TrialSteps
{
    /// <summary>Takes two steps at the beginning and wherever the run turns: the first warms up, the second counts.</summary>
    /// <param name="trainee">A trainee that is not used afterwards.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="listing">Gets what was measured.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static TrainingListing Take(ITrainee trainee, RecipeSpec recipe, TrainingListing listing, CancellationToken cancellationToken)
    {
        var costs = new List<StageCost>();
        var stages = StagesOf(trainee, recipe.Steps);
        for (var i = 0; i < stages.Length; i++)
        {
            var (name, first) = stages[i];
            var end = i + 1 < stages.Length ? stages[i + 1].First : recipe.Steps;
            var seconds = 0.0;
            for (var step = first; step < Math.Min(first + 2, end); step++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var start = Stopwatch.GetTimestamp();
                using (NewDisposeScope())
                    trainee.Step(new(step, recipe.Steps, recipe.Seed));
                seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
            costs.Add(new(name, end - first, seconds));
        }
        using var process = Process.GetCurrentProcess();
        return listing with { Stages = costs, PeakMemoryBytes = process.PeakWorkingSet64 };
    }

    private static (string Name, long First)[] StagesOf(ITrainee trainee, long steps) =>
    [
        .. trainee.Turns(steps).Prepend(new Turn("all", 0)).Where(turn => turn.Step < steps)
            .GroupBy(turn => turn.Step).OrderBy(turns => turns.Key).Select(turns => (turns.Last().Name, turns.Key)),
    ];
}
