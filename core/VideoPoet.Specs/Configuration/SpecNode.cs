using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace VideoPoet.Specs.Configuration;

/// <summary>A value of a specification after all sources are laid over each other, with the place that it came from.</summary>
/// <param name="Path">The configuration path, from the root specification.</param>
/// <param name="Key">The last part of the path, spelled as in its source.</param>
/// <param name="KeyAt">Where the key stands.</param>
/// <param name="At">Where the value stands.</param>
internal abstract record SpecNode(string Path, string Key, Origin KeyAt, Origin At)
{
    /// <summary>The path of a key below this node.</summary>
    public string Below(string key) => Path.Length == 0 ? key : ConfigurationPath.Combine(Path, key);

    /// <summary>What the node is, for "found …" in a message.</summary>
    public abstract string Found { get; }
}

/// <summary>A scalar: text, or nothing. Only a file can say by quotes that a value is text and no number.</summary>
internal sealed record SpecScalar(string Path, string Key, Origin KeyAt, Origin At, string? Text, bool Quoted) : SpecNode(Path, Key, KeyAt, At)
{
    private const int Shown = 60;

    public override string Found => Text switch
    {
        null => "nothing",
        { Length: > Shown } => $"'{Text[..Shown]}…'",
        _ when Quoted => $"the text '{Text}'",
        _ when double.TryParse(Text, CultureInfo.InvariantCulture, out _) => Text,
        _ => $"'{Text}'",
    };
}

/// <summary>A list.</summary>
internal sealed record SpecList(string Path, string Key, Origin KeyAt, Origin At, IReadOnlyList<SpecNode> Items) : SpecNode(Path, Key, KeyAt, At)
{
    public override string Found => "a list";
}

/// <summary>A map.</summary>
internal sealed record SpecMap(string Path, string Key, Origin KeyAt, Origin At, IReadOnlyList<SpecNode> Entries) : SpecNode(Path, Key, KeyAt, At)
{
    public override string Found => "a map";

    private readonly Dictionary<string, SpecNode> _byKey = Entries.ToDictionary(entry => entry.Key, StringComparer.OrdinalIgnoreCase);

    public SpecNode? Find(string key) => _byKey.GetValueOrDefault(key);
}
