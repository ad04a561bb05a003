using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Training.LanguageModels;

/// <summary>The ids of task and format tokens that a run was begun with: a task that is installed later must not shift them.</summary>
public static class RunTokens
{
    internal const string Path = "vocabulary:tokens:";

    /// <summary>The ids that the checkpoints of a run remember.</summary>
    /// <param name="configuration">What the run was begun with, see <see cref="RunFolder.ConfigurationOf"/>; null when it is not begun.</param>
    /// <returns>The ids, or null when nothing remembers any.</returns>
    public static TokenTable? Of(IReadOnlyDictionary<string, string>? configuration)
    {
        var entries = (configuration ?? new Dictionary<string, string>())
            .Where(entry => entry.Key.StartsWith(Path, StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(entry.Key[Path.Length..], int.Parse(entry.Value, CultureInfo.InvariantCulture)))
            .ToArray();
        return entries.Length == 0 ? null : TokenTable.FromEntries(entries);
    }
}
