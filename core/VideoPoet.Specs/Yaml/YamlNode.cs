namespace VideoPoet.Specs.Yaml;

/// <summary>A node of a YAML file with its place.</summary>
internal abstract record YamlNode(FileOrigin At)
{
    /// <summary>The number of nodes that this node stands for once every alias is expanded.</summary>
    public abstract int Size { get; }
}

/// <summary>A scalar: its text, or nothing, and whether quotes say that it is text.</summary>
internal sealed record YamlScalar(FileOrigin At, string? Text, bool Quoted) : YamlNode(At)
{
    public override int Size => 1;
}

/// <summary>A list.</summary>
internal sealed record YamlList(FileOrigin At, IReadOnlyList<YamlNode> Items) : YamlNode(At)
{
    public override int Size { get; } = 1 + Items.Sum(item => item.Size);
}

/// <summary>A map; its keys are unique, also when case is ignored.</summary>
internal sealed record YamlMap(FileOrigin At, IReadOnlyList<YamlEntry> Entries) : YamlNode(At)
{
    public override int Size { get; } = 1 + Entries.Sum(entry => entry.Value.Size);

    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => SameKey(entry.Key, key));

    // Configuration keys are compared without case, so two keys that differ only in case would silently become one.
    public static bool SameKey(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A key of a map, its place, and its value.</summary>
internal sealed record YamlEntry(string Key, FileOrigin KeyAt, YamlNode Value);
