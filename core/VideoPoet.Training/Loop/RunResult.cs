namespace VideoPoet.Training;

/// <summary>How a run ended.</summary>
/// <param name="Step">The steps that were taken, with those of earlier processes.</param>
/// <param name="IsComplete">Whether these are all; a cancelled run goes on from here when it is started again.</param>
/// <param name="Evaluation">What the last evaluation of this process measured; empty when there was none.</param>
public sealed record RunResult(long Step, bool IsComplete, IReadOnlyList<Figure> Evaluation);
