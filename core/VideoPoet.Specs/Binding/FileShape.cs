using VideoPoet.Core;
using VideoPoet.Specs.Configuration;

namespace VideoPoet.Specs.Binding;

/// <summary>A kind of file: one record, or several of which a key of the file selects one.</summary>
/// <param name="Kind">The word for such a file.</param>
/// <param name="Selector">The key that selects; null when there is one record.</param>
/// <param name="Records">The records by the word that selects them.</param>
internal sealed record FileShape(string Kind, string? Selector, IReadOnlyDictionary<string, RecordShape> Records)
{
    /// <summary>A kind of file that is always the same record.</summary>
    public static FileShape Of(RecordShape record) => new(record.FileKind!, null, new Dictionary<string, RecordShape> { [""] = record });

    /// <summary>The record that a file is, or null after reporting that it does not say so.</summary>
    public RecordShape? Select(SpecMap tree, SpecErrors errors)
    {
        if (Selector is null)
            return Records.Values.Single();

        var words = string.Join(", ", Records.Keys);
        switch (tree.Find(Selector))
        {
            case null:
                errors.Add(tree.At, $"missing key '{Selector}', which says what the {Kind} is for: one of {words}.");
                return null;
            case SpecScalar { Text: { } word } when Records.TryGetValue(word, out var record):
                return record;
            case var other:
                var nearest = other is SpecScalar { Text: { } text } ? Names.Nearest(text, Records.Keys) : null;
                var meant = nearest is null ? "" : $" (did you mean '{nearest}'?)";
                errors.Add(other.At, $"{Selector} must be one of {words}{meant}, found {other.Found}.");
                return null;
        }
    }
}
