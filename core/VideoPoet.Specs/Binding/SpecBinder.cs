using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Specs.Configuration;
using VideoPoet.Specs.Yaml;

namespace VideoPoet.Specs.Binding;

/// <summary>
/// Makes records of a tree of values. A value that does not fit is reported and leaves a placeholder, so that one reading finds every
/// mistake; what it made may be used only when nothing was reported.
/// </summary>
internal sealed class SpecBinder(SpecErrors errors)
{
    private static readonly Origin Nowhere = new WholeFileOrigin("");

    /// <summary>Binds a specification.</summary>
    public object Bind(SpecMap root, RecordShape shape) => Record(root, shape);

    private object? Value(SpecNode node, Shape shape, string name) => shape switch
    {
        RecordShape record => node is SpecMap map ? Record(map, record) : Refuse(node, name, KeysOf(record)),
        MapShape map => Map(node, map, name),
        ListShape list => List(node, list, name),
        _ => Scalar(node, shape, name),
    };

    private object Record(SpecMap map, RecordShape shape)
    {
        var record = Activator.CreateInstance(shape.Type)!;
        ReportUnknownKeys(map, shape);
        foreach (var key in shape.Keys)
        {
            var value = map.Find(key.Name) is { } node ? Value(node, key.Value, key.Name) : null;
            if (value is null && key.Required)
            {
                errors.AddAbsent(map.At, map.Below(key.Name), $"missing key '{key.Name}'.");
                value = Placeholder(key.Value);
            }
            if (value is not null)
                key.Property.SetValue(record, value);
        }
        return record;
    }

    private void ReportUnknownKeys(SpecMap map, RecordShape shape)
    {
        var known = shape.Keys.Select(key => key.Name).ToList();
        if (shape.FileKind is not null)
            known.Add(YamlDocument.IncludeKey);
        if (shape.SelectedBy is { } selector)
            known.Add(selector);
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key, ComparerFor(entry.KeyAt))))
        {
            errors.Add(entry.KeyAt, entry.Path, Names.Unknown("key", entry.Key, known));

            // The key that was meant is not also reported as missing.
            if (Names.Nearest(entry.Key, known) is { } meant && map.Find(meant) is null)
                errors.MarkAbsent(map.Below(meant));
        }
    }

    // Files are spelled as documented, so that an editor's schema agrees; environment variables have no case to keep.
    private static StringComparer ComparerFor(Origin origin) => origin is FileOrigin ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private object? Map(SpecNode node, MapShape shape, string name)
    {
        if (node is not SpecMap map)
            return Refuse(node, name, $"a map by {shape.KeyedBy}");

        if (map.Entries.Count < shape.AtLeast)
            errors.Add(map.At, map.Path, $"{name} must have at least {Count(shape.AtLeast, "entry", "entries")}, found none.");

        return SpecCollections.ToMap(map.Entries.Select(Entry), shape.Value.Type);

        KeyValuePair<string, object> Entry(SpecNode entry) =>
            new(entry.Key, Value(entry, shape.Value, $"{name}.{entry.Key}") ?? Placeholder(shape.Value));
    }

    private object? List(SpecNode node, ListShape shape, string name)
    {
        var items = node switch
        {
            SpecList list => list.Items,
            SpecScalar { Text: not null } when shape.AllowsSingle => [node],
            _ => null,
        };
        if (items is null)
            return Refuse(node, name, "a list");

        if (items.Count < shape.AtLeast)
            errors.Add(node.At, node.Path, $"{name} must have at least {Count(shape.AtLeast, "item", "items")}, found {items.Count}.");

        ReportGaps(items, name);
        var single = node is SpecScalar;
        var values = items.Select((item, index) => Value(item, shape.Item, single ? name : $"{name}[{index}]") ?? Placeholder(shape.Item));
        return SpecCollections.ToValueList(values, shape.Item.Type);
    }

    // A file numbers its items by itself; an override that names one too far would silently become the next.
    private void ReportGaps(IReadOnlyList<SpecNode> items, string name)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is { KeyAt: not FileOrigin } item && item.Key != index.ToString(CultureInfo.InvariantCulture))
                errors.AddAbsent(item.KeyAt, item.Path, $"{name} has no item '{item.Key}'; the next is {index}.");
        }
    }

    private object? Scalar(SpecNode node, Shape shape, string name)
    {
        if (node is not SpecScalar { Text: { } text } scalar || (scalar.Quoted && shape is NumberShape or SwitchShape))
            return Refuse(node, name, ScalarText.Describe(shape));

        var (value, mustBe) = ScalarText.Parse(text, shape);
        return value ?? Refuse(node, name, mustBe!);
    }

    private object? Refuse(SpecNode node, string name, string wanted)
    {
        errors.AddAbsent(node.At, node.Path, $"{name} must be {wanted}, found {node.Found}.");
        return null;
    }

    private static string KeysOf(RecordShape record) => $"a map with {string.Join(", ", record.Keys.Select(key => key.Name))}";

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static object Placeholder(Shape shape) => shape switch
    {
        TextShape => "",
        ListShape list => SpecCollections.ToValueList([], list.Item.Type),
        MapShape map => SpecCollections.ToMap([], map.Value.Type),
        RecordShape record => new SpecBinder(new()).Record(new("", "", Nowhere, Nowhere, []), record),
        _ => Activator.CreateInstance(shape.Type)!,
    };
}
