using Microsoft.Extensions.Configuration;

namespace VideoPoet.Specs;

/// <summary>Collects the mistakes of one reading, one for each place in the specification's tree.</summary>
internal sealed class SpecErrors
{
    // A file may be wrong in every line; nobody reads more than this, and a hostile file must not cost more.
    private const int Most = 100;

    private readonly List<SpecError> _errors = [];
    private readonly HashSet<string> _failedPaths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _absentPaths = new(StringComparer.OrdinalIgnoreCase);
    private int _untold;

    /// <summary>Adds a mistake that belongs to no value: the file or its text is wrong.</summary>
    public void Add(Origin origin, string message)
    {
        if (_errors.Count < Most)
        {
            _errors.Add(new(origin, message));
        }
        else
        {
            _untold++;
        }
    }

    /// <summary>Adds a mistake in the value at a path, unless one was reported there already: a second would only repeat it.</summary>
    public void Add(Origin origin, string path, string message)
    {
        if (!IsAbsent(path) && _failedPaths.Add(path))
            Add(origin, message);
    }

    /// <summary>Adds the mistake that there is no usable value at a path: whatever else is said about it or its parts has no ground.</summary>
    public void AddAbsent(Origin origin, string path, string message)
    {
        Add(origin, path, message);
        _absentPaths.Add(path);
    }

    /// <summary>Notes that there is no usable value at a path for a reason that another mistake tells.</summary>
    public void MarkAbsent(string path) => _absentPaths.Add(path);

    /// <summary>Whether a mistake was reported at a path or below it.</summary>
    public bool AnyBelow(string path) => _failedPaths.Concat(_absentPaths).Any(failed => IsWithin(failed, path)) || IsAbsent(path);

    private bool IsAbsent(string path) => _absentPaths.Any(absent => IsWithin(path, absent));

    private static bool IsWithin(string path, string part) =>
        part.Length == 0 || path.Equals(part, StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(part + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Throws what was collected, if anything was.</summary>
    /// <exception cref="SpecException">There is at least one mistake.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
            throw ToException();
    }

    /// <summary>What was collected, as one exception.</summary>
    public SpecException ToException()
    {
        var ordered = _errors.OrderBy(Rank).ThenBy(FileOf, StringComparer.Ordinal).ThenBy(LineOf).ThenBy(ColumnOf).ToList();
        if (_untold > 0)
            ordered.Add(new(ordered[0].Origin, $"{_untold} more mistakes are not listed; mend these first."));

        return new(ordered);
    }

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
