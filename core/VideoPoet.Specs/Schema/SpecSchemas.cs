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
        return new[] { Shapes.Of<ModelSpec>(), Shapes.Of<MixtureSpec>(), Shapes.Of<RecipeSpec>() }
            .SelectMany(shape => new[] { (FileName(shape, ""), Whole(shape, sentences)), (FileName(shape, PartSuffix), Part(shape, sentences)) })
            .ToDictionary(pair => pair.Item1, pair => pair.Item2.ToJsonString(Readable) + "\n");
    }

    private static string FileName(RecordShape shape, string suffix) => $"{shape.FileKind}{suffix}.json";

    // A file that includes another may leave required keys to it.
    private static JsonObject Whole(RecordShape shape, XmlDocumentation sentences) => new()
    {
        ["$schema"] = Draft,
        ["title"] = shape.FileKind,
        ["if"] = new JsonObject { ["required"] = new JsonArray(YamlDocument.IncludeKey) },
        ["then"] = new JsonObject { ["$ref"] = FileName(shape, PartSuffix) },
        ["else"] = Root(shape, new SchemaWriter(sentences, isPart: false)),
    };

    private static JsonObject Part(RecordShape shape, XmlDocumentation sentences)
    {
        var schema = new JsonObject { ["$schema"] = Draft, ["title"] = $"part of a {shape.FileKind}" };
        foreach (var (key, value) in Root(shape, new SchemaWriter(sentences, isPart: true)))
            schema[key] = value?.DeepClone();
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
