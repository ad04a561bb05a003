namespace VideoPoet.Specs.Yaml;

/// <summary>Reads a YAML file with everything that it includes, as one map.</summary>
internal sealed class YamlDocument(SpecErrors errors)
{
    /// <summary>The key that names the files a file is laid over.</summary>
    public const string IncludeKey = "include";

    private readonly List<string> _open = [];
    private int _files;

    /// <summary>The merged map, or null after reporting which file could not be read: without one of them, missing keys mean nothing.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="wanted">Where the file was asked for.</param>
    public YamlMap? Read(string file, Origin wanted)
    {
        var identity = Path.GetFullPath(file);
        if (_open.Contains(identity))
        {
            var circle = _open.SkipWhile(name => name != identity).Append(identity).Select(Path.GetFileName);
            errors.Add(wanted, $"'{file}' includes itself: {string.Join(" → ", circle)}.");
            return null;
        }

        if (++_files > YamlLimits.Files)
        {
            // Told once: files that multiply would fail by the thousand.
            if (_files == YamlLimits.Files + 1)
                errors.Add(wanted, $"'{file}' is one file too many: a specification reads at most {YamlLimits.Files} files.");
            return null;
        }

        if (YamlText.Read(file, wanted, errors) is not { } text || new YamlComposer(file, text, errors).Compose() is not { } map)
            return null;

        _open.Add(identity);
        var merged = WithIncludes(map);
        _open.RemoveAt(_open.Count - 1);
        return merged;
    }

    private YamlMap? WithIncludes(YamlMap map)
    {
        if (map.Find(IncludeKey) is not { } include)
            return map;

        var own = map with { Entries = [.. map.Entries.Where(entry => !ReferenceEquals(entry, include))] };
        var bases = Names(include.Value).Select(name => Read(name.At.Resolve(name.Text!), name.At)).ToList();
        return bases.Contains(null) ? null : bases.OfType<YamlMap>().Append(own).Aggregate(Merge);
    }

    private List<YamlScalar> Names(YamlNode value)
    {
        var items = value is YamlList list ? list.Items : [value];
        foreach (var item in items.Where(item => item is not YamlScalar { Text.Length: > 0 }))
            errors.Add(item.At, "include must be a file name or a list of file names.");

        return [.. items.OfType<YamlScalar>().Where(item => item.Text is { Length: > 0 })];
    }

    // Maps merge key by key; a list or a scalar is replaced, because half of one list and half of another means nothing.
    private static YamlMap Merge(YamlMap below, YamlMap above)
    {
        var kept = below.Entries.Select(entry => above.Find(entry.Key) is { } winner ? Merge(entry, winner) : entry);
        var added = above.Entries.Where(entry => below.Find(entry.Key) is null);
        return new(above.At, [.. kept, .. added]);
    }

    private static YamlEntry Merge(YamlEntry below, YamlEntry above) =>
        below.Value is YamlMap first && above.Value is YamlMap second ? above with { Value = Merge(first, second) } : above;
}
