using System.Diagnostics;

namespace VideoPoet.Training;

/// <summary>How fast a run goes.</summary>
internal sealed class Pace(long firstStep, long steps)
{
    private const double Smoothing = 0.9; // about the latest ten steps

    private readonly long _start = Stopwatch.GetTimestamp();
    private double _secondsPerStep = double.NaN;

    public double StepsPerSecond => 1 / _secondsPerStep;

    /// <summary>Takes the time of a step into the average.</summary>
    public void Add(TimeSpan step) => _secondsPerStep = double.IsNaN(_secondsPerStep)
        ? step.TotalSeconds
        : Smoothing * _secondsPerStep + (1 - Smoothing) * step.TotalSeconds;

    /// <summary>The time that the steps from one on will take, evaluations and checkpoints included as far as there were any.</summary>
    public TimeSpan? Remaining(long step) =>
        step > firstStep ? Stopwatch.GetElapsedTime(_start) * ((double)(steps - step) / (step - firstStep)) : null;
}
