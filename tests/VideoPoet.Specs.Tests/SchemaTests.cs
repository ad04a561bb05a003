using System.Text.Json.Nodes;
using System.Xml.Linq;
using VideoPoet.Specs.Schema;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>The schemas for editors stand under <c>task-specs/schema</c>; with <c>UPDATE_SCHEMAS=1</c> the first test writes them.</summary>
public sealed class SchemaTests
{
    private static readonly IReadOnlyDictionary<string, string> Schemas =
        SpecSchemas.Create(XDocument.Load(Path.ChangeExtension(typeof(SpecSchemas).Assembly.Location, ".xml")));

    [Test]
    public void The_schemas_of_the_repository_are_current()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMAS") == "1")
            Write();

        var files = Directory.EnumerateFiles(Samples.TaskSpec("schema")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        var stale = files.Keys.Union(Schemas.Keys).Where(name => files.GetValueOrDefault(name) != Schemas.GetValueOrDefault(name));
        Assert.That(stale, Is.Empty, "run the tests with UPDATE_SCHEMAS=1 to write them");
    }

    [Test]
    public void A_whole_file_must_have_what_a_record_requires_and_a_part_need_not()
    {
        var whole = JsonNode.Parse(Schemas["mixture.json"])!["else"]!;
        var part = JsonNode.Parse(Schemas["mixture.part.json"])!;

        Assert.That(whole["required"]!.AsArray().Select(key => (string)key!), Is.EqualTo(["tokenBudget", "tasks", "data"]));
        Assert.That(part["required"], Is.Null);
        Assert.That(Keys(part), Is.EqualTo(Keys(whole)));
    }

    [Test]
    public void A_key_is_described_with_its_sentence_its_range_and_its_default()
    {
        var key = JsonNode.Parse(Schemas["recipe.json"])!["else"]!["allOf"]![0]!["then"]!["properties"]!["optimizer"]!["properties"]!["beta2"]!;

        Assert.That((string)key["description"]!, Is.EqualTo("The decay of the average of squared gradients."));
        Assert.That((double)key["minimum"]!, Is.Zero);
        Assert.That((double)key["exclusiveMaximum"]!, Is.EqualTo(1));
        Assert.That((double)key["default"]!, Is.EqualTo(0.95));
    }

    [Test]
    public void An_unknown_key_is_an_error_to_an_editor_too() =>
        Assert.That((bool)JsonNode.Parse(Schemas["model.json"])!["else"]!["additionalProperties"]!, Is.False);

    private static IEnumerable<string> Keys(JsonNode schema) => schema["properties"]!.AsObject().Select(property => property.Key);

    // Into the sources, and into the copy beside the tests, which this run reads.
    private static void Write()
    {
        foreach (var folder in new[] { Path.Combine(BuildFacts.RepositoryRoot, "task-specs", "schema"), Samples.TaskSpec("schema") })
        {
            foreach (var (name, text) in Schemas)
                File.WriteAllText(Path.Combine(folder, name), text);
        }
    }
}
