using VideoPoet.Core;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>The read-me shows a mixture that can be drawn from, and otherwise what the pages show, which other tests run.</summary>
public sealed class ReadmeTests
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, "README.md"));

    [Test]
    public void Its_mixture_has_batches_of_one_length_in_both_stages()
    {
        using var folder = new Folder();
        var file = folder.Write("mixture.yaml", Block("yaml", s_text, 0));

        var plan = MixturePlan.Create(PaperTasks.Reader.ReadMixture(file), PaperTasks.Catalog, UnifiedVocabulary.Paper);

        Assert.That(plan.Stages, Has.Count.EqualTo(2));
        Assert.That(plan.Stages.SelectMany(stage => stage.Groups), Has.All.Property("Batch").GreaterThanOrEqualTo(1));
    }

    [TestCase(0, "hosting.md", 0)]
    [TestCase(1, "write-a-task.md", 0)]
    public void Its_code_is_that_of_a_page_without_comments(int block, string page, int shown)
    {
        var text = File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, "docs", page));
        var lines = Block("csharp", text, shown).Split('\n').Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal));

        Assert.That(Block("csharp", s_text, block), Is.EqualTo(string.Join('\n', lines)));
    }

    private static string Block(string language, string text, int index) => text.Split($"```{language}\n")[index + 1].Split("```")[0];
}
