using System.Globalization;

namespace VideoPoet.Training;

/// <summary>Sees that a run that goes on with another number of steps passes each turn once: it moves with that number.</summary>
internal static class TurnCheck
{
    /// <summary>Compares where the run stands with each turn, as it was and as it would be.</summary>
    /// <param name="trainee">What is trained.</param>
    /// <param name="manifest">The checkpoint that the run goes on from.</param>
    /// <param name="steps">The steps of the whole run now.</param>
    /// <exception cref="TrainingException">The run would take a turn again, or miss one.</exception>
    public static void Check(ITrainee trainee, CheckpointManifest manifest, long steps)
    {
        if (!long.TryParse(manifest.Configuration.GetValueOrDefault(RunConfiguration.StepsPath), CultureInfo.InvariantCulture, out var earlier))
            return;
        foreach (var (was, now) in trainee.Turns(earlier).Zip(trainee.Turns(steps)))
        {
            // A turn is taken at the beginning of its step.
            var hasBegun = was.Step < manifest.Step;
            if ((now.Step < manifest.Step) == hasBegun)
                continue;
            throw new TrainingException(
                $"the run has taken {manifest.Step} steps. With steps {steps} instead of {earlier}, '{was.Name}' would begin after {now.Step} steps "
                + $"instead of {was.Step}, and it has {(hasBegun ? "begun already" : "not begun yet")}. Set steps back to {earlier}, or name another "
                + "folder with checkpoints:folder.");
        }
    }
}
