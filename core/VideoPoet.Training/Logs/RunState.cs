namespace VideoPoet.Training;

/// <summary>How far a run has come.</summary>
/// <param name="Step">The steps that were taken.</param>
/// <param name="Steps">The steps of the whole run.</param>
/// <param name="IsComplete">Whether no more are to come.</param>
/// <param name="FailedSteps">The steps whose updates were left out.</param>
/// <param name="Best">The best evaluation so far.</param>
internal sealed record RunState(long Step, long Steps, bool IsComplete, long FailedSteps, BestEvaluation? Best);
