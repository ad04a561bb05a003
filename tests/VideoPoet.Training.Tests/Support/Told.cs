namespace VideoPoet.Training.Tests.Support;

/// <summary>Passes on what a run tells, from the thread that trains.</summary>
internal sealed class Told(Action<TrainingProgress>? tell) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => tell?.Invoke(value);
}
