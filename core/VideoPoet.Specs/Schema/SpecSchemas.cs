using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using VideoPoet.Specs.Binding;
using VideoPoet.Specs.Yaml;

namespace VideoPoet.Specs.Schema;

/// <summary>Makes the JSON schemas by which an editor completes and checks specifications while they are written.</summary>
public static class SpecSchemas
{
    // A file that others include is a part: whatever it leaves out, they give.
    private const string PartSuffix = ".part";

    private const string Draft = "http://json-schema.org/draft-07/schema#";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every schema by its file name, such as <c>mixture.json</c>, and of parts to be included, such as <c>mixture.part.json</c>.</summary>
    /// <param name="documentation">The XML documentation file of this assembly, whose sentences become descriptions.</param>
    /// <exception cref="InvalidDataException">The documentation is not that of this assembly.</exception>
    public static IReadOnlyDictionary<string, string> Create(XDocument documentation)
    {
        var sentences = new XmlDocumentation(documentation);
        return new[] { Shapes.OfFile<ModelSpec>(), Shapes.OfFile<MixtureSpec>(), Shapes.OfFile<ChainSpec>(), Shapes.OfFile<RecipeSpec>() }
            .SelectMany(shape => new[] { (FileName(shape, ""), Whole(shape, sentences)), (FileName(shape, PartSuffix), Part(shape, sentences)) })
            .ToDictionary(pair => pair.Item1, pair => pair.Item2.ToJsonString(Readable) + "\n");
    }

    private static string FileName(FileShape shape, string suffix) => $"{shape.Kind}{suffix}.json";

    // A file that includes another may leave required keys to it.
    private static JsonObject Whole(FileShape shape, XmlDocumentation sentences) => new()
    {
        ["$schema"] = Draft,
        ["title"] = shape.Kind,
        ["if"] = new JsonObject { ["required"] = new JsonArray(YamlDocument.IncludeKey) },
        ["then"] = new JsonObject { ["$ref"] = FileName(shape, PartSuffix) },
        ["else"] = Root(shape, sentences, isPart: false),
    };

    private static JsonObject Part(FileShape shape, XmlDocumentation sentences)
    {
        var schema = new JsonObject { ["$schema"] = Draft, ["title"] = $"part of a {shape.Kind}" };
        foreach (var (key, value) in Root(shape, sentences, isPart: true))
            schema[key] = value?.DeepClone();
        return schema;
    }

    private static JsonObject Root(FileShape shape, XmlDocumentation sentences, bool isPart)
    {
        var writer = new SchemaWriter(sentences, isPart);
        return shape.Selector is { } selector ? Selected(shape, selector, writer, isPart) : Root(shape.Records.Values.Single(), writer);
    }

    // The selecting key comes first; what else is allowed follows from it. A part may leave it out and then be of any record.
    private static JsonObject Selected(FileShape shape, string selector, SchemaWriter writer, bool isPart)
    {
        var words = new JsonArray([.. shape.Records.Keys.Select(word => (JsonNode)word)]);
        var cases = shape.Records.Select(record => (JsonNode)new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { [selector] = new JsonObject { ["const"] = record.Key } },
                ["required"] = new JsonArray(selector),
            },
            ["then"] = WithSelector(Root(record.Value, writer), selector, record.Key),
        });
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                [selector] = new JsonObject { ["description"] = $"What the {shape.Kind} is for; the other keys follow from it.", ["enum"] = words },
            },
            ["allOf"] = new JsonArray([.. cases]),
        };
        if (!isPart)
            schema["required"] = new JsonArray(selector);
        return schema;
    }

    private static JsonObject WithSelector(JsonObject schema, string selector, string word)
    {
        schema["properties"]![selector] = new JsonObject { ["const"] = word };
        return schema;
    }

    private static JsonObject Root(RecordShape shape, SchemaWriter writer)
    {
        var schema = writer.Record(shape);
        schema["properties"]![YamlDocument.IncludeKey] = new JsonObject
        {
            ["description"] = "The files that this one is laid over: its maps are merged with theirs, everything else replaces theirs.",
            ["anyOf"] = new JsonArray(FileNameSchema(), new JsonObject { ["type"] = "array", ["items"] = FileNameSchema() }),
        };
        return schema;
    }

    private static JsonObject FileNameSchema() => new() { ["type"] = "string", ["minLength"] = 1 };
}
