namespace VideoPoet.Training;

/// <summary>How a run ended.</summary>
/// <param name="Step">The steps that were taken, with those of earlier processes.</param>
/// <param name="IsComplete">Whether no more are to come; a cancelled run goes on from here when it is started again.</param>
/// <param name="Evaluation">What the last evaluation of this process measured; empty when there was none.</param>
public sealed record RunResult(long Step, bool IsComplete, IReadOnlyList<Figure> Evaluation)
{
    /// <summary>The best evaluation of the whole run; null when nothing says which is better.</summary>
    public BestEvaluation? Best { get; init; }

    /// <summary>Where the weights of the last step lie; null in a process that writes nothing.</summary>
    public string? Weights { get; init; }

    /// <summary>The steps of the whole run whose updates were left out.</summary>
    public long FailedSteps { get; init; }
}
