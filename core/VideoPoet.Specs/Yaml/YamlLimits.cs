namespace VideoPoet.Specs.Yaml;

/// <summary>What a specification may cost to read: far above any real file, far below what hurts.</summary>
internal static class YamlLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Bytes = 1 << 20;

    /// <summary>The deepest nesting of maps and lists.</summary>
    public const int Depth = 32;

    /// <summary>The most nodes of one file after its aliases are expanded.</summary>
    public const int Nodes = 4_000;

    /// <summary>The longest key, in characters.</summary>
    public const int KeyLength = 64;

    /// <summary>The longest value, in characters.</summary>
    public const int ValueLength = 1_000;

    /// <summary>The most files that one specification may read through includes.</summary>
    public const int Files = 64;
}
