namespace VideoPoet.Training;

/// <summary>The best evaluation of a run so far.</summary>
/// <param name="Figure">By which figure.</param>
/// <param name="Step">After how many steps it was made.</param>
/// <param name="Value">What it measured.</param>
/// <param name="Since">The evaluations that came after it.</param>
public sealed record BestEvaluation(string Figure, long Step, double Value, int Since);
