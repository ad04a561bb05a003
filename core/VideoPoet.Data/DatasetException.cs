namespace VideoPoet.Data;

/// <summary>A dataset cannot be used; the message says which one, and everything that is wrong with it.</summary>
/// <param name="path">The manifest, the folder or the shard.</param>
/// <param name="problems">What is wrong, each with its place and what would be right; at least one.</param>
/// <param name="cause">The exception that led to this one.</param>
public sealed class DatasetException(string path, IReadOnlyList<string> problems, Exception? cause = null)
    : Exception(MessageOf(path, problems), cause)
{
    // A person mends a few at a time.
    private const int Shown = 20;

    /// <summary>Reports one problem.</summary>
    /// <param name="path">The manifest, the folder or the shard.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <param name="cause">The exception that led to this one.</param>
    public DatasetException(string path, string problem, Exception? cause = null) : this(path, [problem], cause)
    {
    }

    /// <summary>The manifest, the folder or the shard.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;

    private static string MessageOf(string path, IReadOnlyList<string> problems) => problems.Count == 1
        ? $"{path}: {problems[0]}"
        : string.Join('\n', [
            $"{path}: {problems.Count} problems:",
            .. problems.Take(Shown).Select(problem => "  " + problem),
            .. problems.Count > Shown ? [$"  and {problems.Count - Shown} more"] : Array.Empty<string>()]);
}
