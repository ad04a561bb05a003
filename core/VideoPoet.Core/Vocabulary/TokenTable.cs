using System.Collections.Immutable;

namespace VideoPoet.Core;

/// <summary>
/// Which id each task token and format token has: a table that only grows, is written into every checkpoint, and never shifts an id.
/// </summary>
/// <remarks>
/// Keys are <c>task:video</c>, <c>res:128x224</c>, <c>frames:41</c>. Ids 32–95 belong to tasks, 96–127 to resolutions, 128–159 to
/// durations. The ids of the built-in tokens are the same in every table.
/// </remarks>
public sealed class TokenTable : IEquatable<TokenTable>
{
    private static readonly ImmutableSortedDictionary<string, int> BuiltInEntries = new Dictionary<string, int>
    {
        ["task:video"] = 32,
        ["task:audio"] = 33,
        ["task:audio-video"] = 34,
        ["res:128x224"] = 96,
        ["frames:41"] = 128,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private TokenTable(ImmutableSortedDictionary<string, int> entries) => Entries = entries;

    /// <summary>The table with the tokens of the paper's tasks and formats.</summary>
    public static TokenTable BuiltIn { get; } = new(BuiltInEntries);

    /// <summary>Every key and its id, by key.</summary>
    public ImmutableSortedDictionary<string, int> Entries { get; }

    /// <summary>The ids that a kind of token may have.</summary>
    /// <param name="kind">The kind.</param>
    public static IdRange Region(TokenKind kind) => kind switch
    {
        TokenKind.Task => new(32, 64),
        TokenKind.Resolution => new(96, 32),
        TokenKind.Duration => new(128, 32),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of token."),
    };

    /// <summary>Reads a table that was written into a checkpoint.</summary>
    /// <param name="entries">Keys and ids, as in <see cref="Entries"/>.</param>
    /// <exception cref="ArgumentException">An id is outside its region or not unique, a key is malformed, or a built-in token has another id.</exception>
    public static TokenTable FromEntries(IEnumerable<KeyValuePair<string, int>> entries)
    {
        var read = entries.ToImmutableSortedDictionary(StringComparer.Ordinal);
        foreach (var (key, id) in read)
        {
            var kind = KindOf(key);
            if (!Region(kind).Contains(id))
                throw new ArgumentException($"the token '{key}' has the id {id}, but ids {Region(kind)} are reserved for its kind.", nameof(entries));
        }
        foreach (var (key, id) in BuiltInEntries)
        {
            if (!read.TryGetValue(key, out var found) || found != id)
                throw new ArgumentException($"the built-in token '{key}' must have the id {id}.", nameof(entries));
        }
        if (read.GroupBy(entry => entry.Value).FirstOrDefault(group => group.Count() > 1) is { } shared)
        {
            var keys = string.Join("' and '", shared.Select(entry => entry.Key));
            throw new ArgumentException($"the tokens '{keys}' share the id {shared.Key}; every token needs an id of its own.", nameof(entries));
        }
        return new(read);
    }

    /// <summary>Adds the tokens that are not in the table, in alphabetical order, each at the lowest free id of its region.</summary>
    /// <param name="kind">The kind of the tokens.</param>
    /// <param name="names">Their names without the kind, such as <c>video</c> or <c>64x64</c>.</param>
    /// <exception cref="InvalidOperationException">The region is full.</exception>
    public TokenTable With(TokenKind kind, params IEnumerable<string> names)
    {
        var grown = Entries;
        foreach (var key in names.Select(name => KeyOf(kind, name)).Distinct().Order(StringComparer.Ordinal))
        {
            if (grown.ContainsKey(key))
                continue;
            var taken = grown.Values.ToHashSet();
            var region = Region(kind);
            var free = Enumerable.Range(region.Start, region.Count).Where(id => !taken.Contains(id)).Select(id => (int?)id).FirstOrDefault()
                ?? throw new InvalidOperationException($"no id is left for the token '{key}': all {region.Count} ids of its kind are taken.");
            grown = grown.Add(key, free);
        }
        return grown == Entries ? this : new(grown);
    }

    /// <summary>The token with a name.</summary>
    /// <param name="kind">The kind of the token.</param>
    /// <param name="name">Its name without the kind.</param>
    /// <exception cref="ArgumentException">The table has no such token.</exception>
    public SpecialToken this[TokenKind kind, string name] =>
        Entries.TryGetValue(KeyOf(kind, name), out var id)
            ? new($"<{KeyOf(kind, name)}>", id)
            : throw new ArgumentException(
                $"the vocabulary has no token '{KeyOf(kind, name)}'. It has: {string.Join(", ", Entries.Keys)}.", nameof(name));

    /// <summary>What would stop sequences made with this table from being understood by a model made with another, one line each.</summary>
    /// <param name="other">The other table, such as that of a checkpoint.</param>
    public IEnumerable<string> ConflictsWith(TokenTable other) =>
        from entry in Entries
        let found = other.Entries.TryGetValue(entry.Key, out var id) ? $"it has {id} there" : "it is missing there"
        where !other.Entries.Contains(entry)
        select $"the token '{entry.Key}' has the id {entry.Value} here; {found}";

    /// <inheritdoc/>
    public bool Equals(TokenTable? other) => other is not null && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TokenTable);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Every key with its id, in one line.</summary>
    public override string ToString() => string.Join(' ', Entries.Select(entry => $"{entry.Key}={entry.Value}"));

    private static string KeyOf(TokenKind kind, string name) => $"{Prefix(kind)}:{name}";

    private static string Prefix(TokenKind kind) => kind switch
    {
        TokenKind.Task => "task",
        TokenKind.Resolution => "res",
        TokenKind.Duration => "frames",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of token."),
    };

    private static TokenKind KindOf(string key)
    {
        foreach (var kind in Enum.GetValues<TokenKind>())
        {
            if (key.StartsWith(Prefix(kind) + ':', StringComparison.Ordinal) && key.Length > Prefix(kind).Length + 1)
                return kind;
        }
        throw new ArgumentException($"'{key}' is not a token key; keys look like 'task:video', 'res:128x224' and 'frames:41'.", nameof(key));
    }
}
