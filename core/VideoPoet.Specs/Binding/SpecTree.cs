using System.Collections;
using System.Globalization;

namespace VideoPoet.Specs.Binding;

/// <summary>Turns a specification back into maps, lists and text, as a file would say it with every default written out.</summary>
internal static class SpecTree
{
    /// <summary>The tree of a whole file.</summary>
    public static OrderedDictionary<string, object> Of<T>(T spec) where T : notnull
    {
        var file = Shapes.OfFile<T>();
        var (word, shape) = file.Records.Single(record => record.Value.Type == spec.GetType());
        var tree = Record(spec, shape);
        if (file.Selector is { } selector)
            tree.Insert(0, selector, word);
        return tree;
    }

    private static OrderedDictionary<string, object> Record(object record, RecordShape shape)
    {
        var tree = new OrderedDictionary<string, object>();
        foreach (var key in shape.Keys)
        {
            if (key.Property.GetValue(record) is { } value)
                tree.Add(key.Name, Value(value, key.Value));
        }
        return tree;
    }

    private static object Value(object value, Shape shape) => shape switch
    {
        RecordShape record => Record(value, record),
        ListShape list => ((IEnumerable)value).Cast<object>().Select(item => Value(item, list.Item)).ToList(),
        MapShape map => Map(value, map),
        ChoiceShape choice => choice.Choices.First(entry => entry.Value.Equals(value)).Key,
        SwitchShape => (bool)value ? "true" : "false",
        ShareShape => Convert.ToString(((Share)value).Value, CultureInfo.InvariantCulture)!,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static OrderedDictionary<string, object> Map(object value, MapShape shape)
    {
        var tree = new OrderedDictionary<string, object>();
        foreach (var entry in (IEnumerable)value)
        {
            var type = entry.GetType();
            tree.Add((string)type.GetProperty("Key")!.GetValue(entry)!, Value(type.GetProperty("Value")!.GetValue(entry)!, shape.Value));
        }
        return tree;
    }
}
