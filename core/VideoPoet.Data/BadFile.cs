namespace VideoPoet.Data;

/// <summary>An entry that could not be read and was skipped.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Reason">Why, with what would help.</param>
public sealed record BadFile(DatasetEntry Entry, string Reason)
{
    /// <summary>That more files are bad than may be.</summary>
    /// <param name="bad">The bad files, more than <paramref name="limit"/>.</param>
    /// <param name="limit">How many may be.</param>
    internal static DatasetException TooMany(IReadOnlyList<BadFile> bad, int limit) => new(
        "the dataset",
        [$"{limit} bad files are allowed, and there are more; mend or remove them, or allow more.", .. bad.Select(file => file.ToString())]);

    /// <summary>The place of the entry and the reason.</summary>
    public override string ToString() => $"{Entry.Place}: {Reason}";
}
