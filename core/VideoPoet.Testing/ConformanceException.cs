namespace VideoPoet.Testing;

/// <summary>A task breaks the contract.</summary>
/// <param name="failures">Every way in which it does.</param>
public sealed class ConformanceException(IReadOnlyList<string> failures) : Exception(string.Join(Environment.NewLine, failures))
{
    /// <summary>Every way in which the task breaks the contract.</summary>
    public IReadOnlyList<string> Failures { get; } = failures;
}
