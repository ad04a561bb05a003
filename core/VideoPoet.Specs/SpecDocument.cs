using VideoPoet.Specs.Binding;
using VideoPoet.Specs.Configuration;
using VideoPoet.Specs.Yaml;

namespace VideoPoet.Specs;

/// <summary>Reads the tree of one specification with those that it names, each laid under its own overrides.</summary>
internal sealed class SpecDocument(SpecErrors errors)
{
    private readonly YamlDocument _yaml = new(errors);

    /// <summary>The tree, or null after reporting why its file could not be read.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="wanted">Where the file was asked for.</param>
    /// <param name="kind">The shape of the file.</param>
    /// <param name="overrides">The settings for it.</param>
    /// <returns>The tree and the record that it becomes.</returns>
    public (SpecMap Tree, RecordShape Shape)? Read(string file, Origin wanted, FileShape kind, SpecOverrides overrides)
    {
        if (_yaml.Read(file, wanted) is not { } map)
            return null;
        if (kind.Select(SpecSources.Merge(map, kind.Kind, overrides), errors) is not { } shape)
            return null;

        var references = shape.Keys.Where(key => key.Value is RecordShape { FileKind: not null }).ToList();
        var tree = SpecSources.Merge(map, kind.Kind, overrides.Except(references.Select(key => key.Name)));
        var entries = tree.Entries.Select(entry =>
            references.Find(key => YamlMap.SameKey(key.Name, entry.Key)) is { } reference ? Follow(entry, reference, overrides) : entry).ToList();
        return (new(tree.Path, tree.Key, tree.KeyAt, tree.At, entries), shape);
    }

    // A file name gives way to what the file says, so that everything after this sees one tree.
    private SpecNode Follow(SpecNode entry, KeyShape reference, SpecOverrides overrides)
    {
        if (entry is not SpecScalar { Text: { Length: > 0 } name })
        {
            var kind = ((RecordShape)reference.Value).FileKind;
            errors.AddAbsent(entry.At, entry.Path, $"{entry.Key} must be the file name of a {kind}, found {entry.Found}.");
            return entry;
        }

        var target = Read(entry.At.Resolve(name), entry.At, FileShape.Of((RecordShape)reference.Value), overrides.Under(reference.Name));
        if (target is { Tree: var tree })
            return tree with { Key = entry.Key, KeyAt = entry.KeyAt };
        errors.MarkAbsent(entry.Path);
        return entry;
    }
}
