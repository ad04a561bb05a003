using System.Text.Json;
using System.Text.Json.Nodes;
using VideoPoet.Specs.Binding;

namespace VideoPoet.Specs.Schema;

/// <summary>Writes shapes as JSON schema.</summary>
internal sealed class SchemaWriter(XmlDocumentation sentences, bool isPart)
{
    public JsonObject Record(RecordShape shape)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
            properties[key.Name] = Key(key);
        var schema = new JsonObject
        {
            ["description"] = sentences.Of(shape.Type),
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = shape.Keys.Where(key => key.Required).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0 && !isPart)
            schema["required"] = new JsonArray(required);
        return schema;
    }

    private JsonObject Key(KeyShape key)
    {
        var schema = key.Value is RecordShape { FileKind: { } kind }
            ? new JsonObject { ["type"] = "string", ["pattern"] = @"\.ya?ml$", ["title"] = $"file name of a {kind}" }
            : Value(key.Value);
        schema["description"] = sentences.Of(key.Property);
        if (DefaultOf(key) is { } value)
            schema["default"] = value;
        return schema;
    }

    private JsonObject Value(Shape shape) => shape switch
    {
        RecordShape record => Record(record),
        MapShape map => Sized(new() { ["type"] = "object", ["additionalProperties"] = Value(map.Value) }, "minProperties", map.AtLeast),
        ListShape { AllowsSingle: true } list => new() { ["anyOf"] = new JsonArray(Value(list.Item), Items(list)) },
        ListShape list => Items(list),
        SwitchShape => new() { ["type"] = "boolean" },
        ChoiceShape choice => new() { ["enum"] = new JsonArray([.. choice.Choices.Keys.Select(name => (JsonNode)name)]) },
        NumberShape number => Ranged(new() { ["type"] = number.Whole ? "integer" : "number" }, number.Range),
        ShareShape share => new()
        {
            ["anyOf"] = new JsonArray(
                Ranged(new() { ["type"] = "number" }, share.Range.Within(0, 1)),
                new JsonObject { ["type"] = "string", ["pattern"] = Share.Pattern }),
        },

        // The program reads every scalar as text where it wants text: a name may be a number.
        TextShape => new() { ["type"] = new JsonArray("string", "number", "boolean"), ["minLength"] = 1 },
        _ => throw new ArgumentException($"no schema for {shape.GetType().Name}.", nameof(shape)),
    };

    private JsonObject Items(ListShape list) => Sized(new() { ["type"] = "array", ["items"] = Value(list.Item) }, "minItems", list.AtLeast);

    private static JsonObject Sized(JsonObject schema, string key, int atLeast)
    {
        if (atLeast > 0)
            schema[key] = atLeast;
        return schema;
    }

    private static JsonObject Ranged(JsonObject schema, NumberRange range)
    {
        if (double.IsFinite(range.Minimum))
            schema[range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = range.Minimum;
        if (double.IsFinite(range.Maximum))
            schema[range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = range.Maximum;
        return schema;
    }

    private static JsonNode? DefaultOf(KeyShape key) => key.Default switch
    {
        null => null,
        Share share => share.ToString(),
        Enum member => ((ChoiceShape)key.Value).Choices.First(choice => choice.Value.Equals(member)).Key,
        string or bool or int or long or double => JsonSerializer.SerializeToNode(key.Default),
        _ => null,
    };
}
