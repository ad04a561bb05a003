using VideoPoet.Specs;

namespace VideoPoet.Training;

/// <summary>The learning rate of every step of a run.</summary>
public static class LearningRate
{
    /// <summary>The learning rate of a step: a straight rise over the warm-up, then a decay.</summary>
    /// <remarks>
    /// The linear and the cosine decay reach their end at the last step. The inverse square root of the step, √((warm-up + 1) / (step + 1)), has none
    /// (Raffel et al., JMLR 2020, §3.1.2).
    /// </remarks>
    /// <param name="schedule">How it changes.</param>
    /// <param name="highest">The highest learning rate, which the first step after the warm-up has.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="steps">The steps of the run.</param>
    public static double At(ScheduleSpec schedule, double highest, long step, long steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (step < schedule.Warmup)
            return highest * (step + 1) / (schedule.Warmup + 1);

        var done = Math.Min(1, (double)(step - schedule.Warmup) / Math.Max(1, steps - 1 - schedule.Warmup));
        var final = schedule.Final.Value;
        return highest * schedule.Decay switch
        {
            DecayKind.Linear => 1 + (final - 1) * done,
            DecayKind.Cosine => final + (1 - final) * (1 + Math.Cos(Math.PI * done)) / 2,
            DecayKind.Rsqrt => Math.Sqrt((schedule.Warmup + 1.0) / (step + 1.0)),
            _ => 1,
        };
    }
}
