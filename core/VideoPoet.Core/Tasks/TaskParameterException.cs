namespace VideoPoet.Core;

/// <summary>A value chosen for a task's parameter is not valid, or the task has no such parameter.</summary>
/// <param name="parameter">The parameter.</param>
/// <param name="message">What is wrong and what would be right.</param>
public sealed class TaskParameterException(string parameter, string message) : ArgumentException(message)
{
    /// <summary>The parameter.</summary>
    public string Parameter { get; } = parameter;
}
