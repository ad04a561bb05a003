namespace VideoPoet.Core;

/// <summary>Tasks or views contradict one another, so that no catalog can be made of them.</summary>
/// <param name="problems">Each contradiction, with the files that it lies in.</param>
public sealed class TaskCatalogException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Each contradiction, with the files that it lies in.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
