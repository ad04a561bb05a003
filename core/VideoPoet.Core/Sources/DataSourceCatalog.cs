using System.Text.RegularExpressions;

namespace VideoPoet.Core;

/// <summary>An immutable set of data sources, opened by texts such as <c>toybox:clips=8000,seed=1</c>.</summary>
public sealed partial class DataSourceCatalog
{
    private readonly Dictionary<string, RegisteredDataSource> _sources;

    /// <summary>Makes a catalog.</summary>
    /// <param name="sources">The sources.</param>
    /// <exception cref="TaskCatalogException">Two sources share a name; the message names both files.</exception>
    public DataSourceCatalog(IEnumerable<RegisteredDataSource> sources)
    {
        var all = sources
            .OrderBy(source => source.Name, StringComparer.Ordinal)
            .ThenBy(source => source.Origin.File, StringComparer.Ordinal)
            .ToArray();
        string[] problems = [.. SharedNames.Problems("data source", all, source => source.Name, source => source.Origin)];
        if (problems.Length > 0)
            throw new TaskCatalogException(problems);
        _sources = all.ToDictionary(source => source.Name);
    }

    /// <summary>No source at all.</summary>
    public static DataSourceCatalog Empty { get; } = new([]);

    /// <summary>The names of the sources, in order.</summary>
    public IEnumerable<string> Names => _sources.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether a text is written as a source is: a name and a colon, and options in any number behind it.</summary>
    /// <param name="text">The text.</param>
    public static bool IsSource(string text) => Form().IsMatch(text);

    /// <summary>Opens a source.</summary>
    /// <param name="text">Its name, a colon, and options as <c>name=value</c> divided by commas.</param>
    /// <exception cref="ArgumentException">
    /// There is no such source or option, or a value is not valid; the message names the nearest, or what would be valid.
    /// </exception>
    public IClipList Open(string text)
    {
        var form = Form().Match(text);
        if (!form.Success)
            throw new ArgumentException($"'{text}' is no data source; write its name, a colon, and options such as clips=100,seed=1.", nameof(text));
        var name = form.Groups["name"].Value;
        if (!_sources.TryGetValue(name, out var registered))
            throw new ArgumentException(VideoPoet.Core.Names.Unknown("data source", name, Names), nameof(text));
        var source = registered.Source.Value;
        return source.Open(SourceOptions.Parse(name, form.Groups["options"].Value, source.Options));
    }

    [GeneratedRegex(@"\A(?<name>[a-z0-9]+(-[a-z0-9]+)*):(?<options>.*)\z")]
    private static partial Regex Form();
}
