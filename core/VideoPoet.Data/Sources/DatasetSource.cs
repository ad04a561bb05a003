using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>Reads whatever a user names as data: a manifest, a folder, or a data source that a plugin brings.</summary>
public static class DatasetSource
{
    /// <summary>Reads a dataset.</summary>
    /// <param name="text">
    /// A manifest or a folder (<see cref="DatasetManifest"/>), or a data source such as <c>toybox:clips=8000,seed=1</c>; what there is on disk wins.
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
        return DataSourceCatalog.IsSource(text) && !Path.Exists(text) ? Open(text, sources) : DatasetManifest.Read(text);
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
