namespace VideoPoet.Training;

/// <summary>Something that a run tells while it goes on; reported in order, from the thread that trains.</summary>
public abstract record TrainingProgress;

/// <summary>The run starts, from the beginning or from a checkpoint.</summary>
/// <param name="Step">The steps that were taken before.</param>
/// <param name="Steps">The steps of the whole run.</param>
public sealed record RunStarted(long Step, long Steps) : TrainingProgress;

/// <summary>A step was taken.</summary>
/// <param name="Step">The steps that were taken so far.</param>
/// <param name="Steps">The steps of the whole run.</param>
/// <param name="Figures">What the step reported.</param>
/// <param name="StepsPerSecond">How fast the latest steps were, without evaluations and checkpoints.</param>
/// <param name="Remaining">How long the rest will take at the pace of this process so far, all included; null while it is unknown.</param>
public sealed record StepTaken(long Step, long Steps, IReadOnlyList<Figure> Figures, double StepsPerSecond, TimeSpan? Remaining) : TrainingProgress
{
    /// <summary>The steps of the whole run so far whose updates were left out.</summary>
    public long FailedSteps { get; init; }
}

/// <summary>An evaluation begins, which may take a while.</summary>
/// <param name="Step">The steps that were taken so far.</param>
public sealed record EvaluationStarted(long Step) : TrainingProgress;

/// <summary>The weights were measured.</summary>
/// <param name="Step">The steps that were taken so far.</param>
/// <param name="Figures">What was measured.</param>
/// <param name="Folder">Where pictures and sounds of it lie.</param>
public sealed record Evaluated(long Step, IReadOnlyList<Figure> Figures, string Folder) : TrainingProgress
{
    /// <summary>Whether nothing better was measured before.</summary>
    public bool IsBest { get; init; }
}

/// <summary>A checkpoint was written.</summary>
/// <param name="Step">The steps that were taken so far.</param>
/// <param name="Folder">Where it lies.</param>
public sealed record CheckpointWritten(long Step, string Folder) : TrainingProgress;

/// <summary>Something that the person who started the run should know.</summary>
/// <param name="Text">One line.</param>
public sealed record RunMessage(string Text) : TrainingProgress;
