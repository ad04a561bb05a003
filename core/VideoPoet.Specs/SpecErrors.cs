using Microsoft.Extensions.Configuration;

namespace VideoPoet.Specs;

/// <summary>Collects the mistakes of one reading, one for each place in the specification's tree.</summary>
internal sealed class SpecErrors
{
    // Nobody reads more at once, and a hostile file must not cost more.
    private const int Most = 50;

    private readonly List<SpecError> _errors = [];
    private readonly HashSet<string> _failedPaths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _absentPaths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _pathsAboveFailures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a mistake that belongs to no value: the file or its text is wrong.</summary>
    /// <exception cref="SpecException">There are so many mistakes already that looking for more is of no use.</exception>
    public void Add(Origin origin, string message)
    {
        if (_errors.Count == Most)
            throw new SpecException([.. Ordered(), new(origin, $"more than {Most} mistakes; mend the others first.")]);
        _errors.Add(new(origin, message));
    }

    /// <summary>Adds a mistake in the value at a path, unless one was reported there already: a second would only repeat it.</summary>
    public void Add(Origin origin, string path, string message)
    {
        if (IsAbsent(path) || !_failedPaths.Add(path))
            return;
        _pathsAboveFailures.UnionWith(SelfAndAbove(path));
        Add(origin, message);
    }

    /// <summary>Adds the mistake that there is no usable value at a path: whatever else is said about it or its parts has no ground.</summary>
    public void AddAbsent(Origin origin, string path, string message)
    {
        Add(origin, path, message);
        MarkAbsent(path);
    }

    /// <summary>Notes that there is no usable value at a path for a reason that another mistake tells.</summary>
    public void MarkAbsent(string path)
    {
        _absentPaths.Add(path);
        _pathsAboveFailures.UnionWith(SelfAndAbove(path));
    }

    /// <summary>Whether a mistake was reported at a path, or below it, or so far above that there is nothing at the path.</summary>
    public bool Concerns(string path) => _pathsAboveFailures.Contains(path) || IsAbsent(path);

    /// <summary>Throws what was collected, if anything was.</summary>
    /// <exception cref="SpecException">There is at least one mistake.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
            throw ToException();
    }

    /// <summary>What was collected, as one exception.</summary>
    public SpecException ToException() => new([.. Ordered()]);

    private IEnumerable<SpecError> Ordered() => _errors.OrderBy(Rank).ThenBy(FileOf, StringComparer.Ordinal).ThenBy(LineOf).ThenBy(ColumnOf);

    private bool IsAbsent(string path) => _absentPaths.Count > 0 && SelfAndAbove(path).Any(_absentPaths.Contains);

    // The path, its parent's, and so on up to the root, whose path is empty.
    private static IEnumerable<string> SelfAndAbove(string path)
    {
        for (var current = path; current.Length > 0; current = ConfigurationPath.GetParentPath(current) ?? "")
            yield return current;
        yield return "";
    }

    // Mistakes in files come first; those in overrides have no line.
    private static int Rank(SpecError error) => error.Origin is FileOrigin or WholeFileOrigin ? 0 : 1;

    private static string FileOf(SpecError error) => error.Origin switch
    {
        FileOrigin place => place.File,
        WholeFileOrigin whole => whole.File,
        _ => "",
    };

    private static int LineOf(SpecError error) => (error.Origin as FileOrigin)?.Line ?? 0;

    private static int ColumnOf(SpecError error) => (error.Origin as FileOrigin)?.Column ?? 0;
}
