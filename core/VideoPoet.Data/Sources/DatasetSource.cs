using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>Reads whatever a user names as data: a manifest, a folder, or a data source that a plugin brings.</summary>
public static class DatasetSource
{
    private const string Joint = " + ";

    /// <summary>Reads a dataset.</summary>
    /// <param name="text">
    /// A manifest or a folder (<see cref="DatasetManifest"/>), or a data source such as <c>toybox:clips=8000,seed=1</c>; what there is on disk wins.
    /// Or several of them, with <c> + </c> between them.
    /// </param>
    /// <param name="sources">The data sources that plugins bring.</param>
    /// <returns>The entries, in their order; at least one. Whether they can be read is not known yet.</returns>
    /// <exception cref="DatasetException">
    /// There is no such dataset, or it is not as it should be; of a name or an option that is unknown the nearest is said.
    /// </exception>
    public static IReadOnlyList<DatasetEntry> Read(string text, DataSourceCatalog sources)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        ArgumentNullException.ThrowIfNull(sources);
        return Path.Exists(text) || !text.Contains(Joint, StringComparison.Ordinal)
            ? ReadOne(text, sources)
            : Joined(text, text.Split(Joint, StringSplitOptions.TrimEntries), sources);
    }

    private static IReadOnlyList<DatasetEntry> ReadOne(string text, DataSourceCatalog sources) =>
        DataSourceCatalog.IsSource(text) && !Path.Exists(text) ? Open(text, sources) : DatasetManifest.Read(text);

    private static DatasetEntry[] Joined(string text, string[] names, DataSourceCatalog sources)
    {
        if (names.Contains(""))
            throw new DatasetException(text, $"names nothing on one side of '{Joint}'.");
        var parts = names.Select(name => ReadOne(name, sources)).ToArray();
        var twice = parts.SelectMany(part => part.Select(entry => entry.Name).Distinct()).CountBy(name => name).FirstOrDefault(name => name.Value > 1);
        return twice.Key is null
            ? [.. parts.SelectMany(part => part)]
            : throw new DatasetException(text, $"has '{twice.Key}' twice. Give datasets whose files have different names.");
    }

    private static DatasetEntry[] Open(string text, DataSourceCatalog sources)
    {
        try
        {
            var clips = sources.Open(text);
            return clips.Count > 0
                ? [.. Enumerable.Range(0, clips.Count).Select(index => EntryOf(text, clips, index))]
                : throw new DatasetException(text, "has no clips.");
        }
        catch (ArgumentException exception)
        {
            throw new DatasetException(text, UserMessage.Of(exception), exception);
        }
    }

    private static DatasetEntry EntryOf(string text, IClipList clips, int index)
    {
        var clip = clips.Describe(index);
        var name = $"{text[..text.IndexOf(':', StringComparison.Ordinal)]}/{clip.Name}";
        return new(name, clip.Caption, TimeSpan.Zero, clip.Duration, name) { Name = name, Made = new(clips, index) };
    }
}
