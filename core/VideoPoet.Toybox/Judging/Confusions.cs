namespace VideoPoet.Toybox;

/// <summary>How often what was shown was read as what.</summary>
public sealed class Confusions
{
    /// <summary>The word for what the judge could not name.</summary>
    public const string None = "none";

    private readonly SortedDictionary<(string Shown, string Read), int> _counts = [];

    /// <summary>How often each was read as each.</summary>
    public IReadOnlyDictionary<(string Shown, string Read), int> Counts => _counts;

    /// <summary>How many were judged.</summary>
    public int Count => _counts.Values.Sum();

    /// <summary>The share that was read right, from 0 to 1.</summary>
    public double Accuracy => _counts.Where(entry => entry.Key.Shown == entry.Key.Read).Sum(entry => entry.Value) / (double)Count;

    /// <summary>What was read wrong, the most frequent first.</summary>
    public IEnumerable<(string Shown, string Read, int Count)> Wrong => _counts
        .Where(entry => entry.Key.Shown != entry.Key.Read)
        .OrderByDescending(entry => entry.Value)
        .Select(entry => (entry.Key.Shown, entry.Key.Read, entry.Value));

    /// <summary>Counts one.</summary>
    /// <param name="shown">What was shown.</param>
    /// <param name="read">What the judge read.</param>
    public void Add(object shown, object? read)
    {
        var key = (WordOf(shown), WordOf(read));
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    private static string WordOf(object? value) => value?.ToString()?.ToLowerInvariant() ?? None;
}
