using System.Text;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

public sealed class ReadingTests
{
    private Folder _folder;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_mixture_becomes_a_record_with_the_order_of_the_file()
    {
        var mixture = PaperTasks.Reader.ReadMixture(_folder.Write("mixture.yaml", Samples.Mixture));

        Assert.That(mixture.TokenBudget, Is.EqualTo(16384));
        Assert.That(mixture.Stages.Select(stage => stage.Name), Is.EqualTo(["images first", "motion"]));
        Assert.That(mixture.Stages[0].Until, Is.EqualTo(new Share(0.25)));
        Assert.That(mixture.Stages[1].Until, Is.Null);
        Assert.That(mixture.Tasks.Keys, Is.EqualTo(["text-to-image", "text-to-video"]));
        Assert.That(mixture.Data.Keys, Is.EqualTo(["clips", "pictures"]));
        Assert.That(mixture.Tasks["text-to-video"], Is.EqualTo(new MixtureTaskSpec { Group = "video", Data = "clips", Formats = ["square-17"] }));
    }

    [Test]
    public void A_byte_order_mark_changes_nothing()
    {
        File.WriteAllText(_folder["mark.yaml"], Samples.Mixture, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.That(PaperTasks.Reader.ReadMixture(_folder["mark.yaml"]).TokenBudget, Is.EqualTo(16384));
    }

    [Test]
    public void Windows_line_ends_change_neither_values_nor_places()
    {
        var text = Samples.Mixture.Replace("0.1 }", "-0.1 }").Replace("\n", "\r\n");

        Assert.That(_folder.ErrorsOf(() => PaperTasks.Reader.ReadMixture(_folder.Write("mixture.yaml", text))), Is.EqualTo(
            [
                "mixture.yaml:5:35  weights.video must be at least 0, found -0.1.",
            ]));
    }

    [Test]
    public void An_alias_stands_for_what_its_anchor_marks()
    {
        var text = Samples.Mixture
            .Replace("clips: { shards: clips }", "clips: &all { shards: clips, take: 50% }")
            .Replace("{ shards: pictures }", "*all");

        var mixture = PaperTasks.Reader.ReadMixture(_folder.Write("mixture.yaml", text));

        Assert.That(mixture.Data["pictures"], Is.EqualTo(new DataSourceSpec { Shards = "clips", Take = new(0.5) }));
    }

    [TestCase("25%", 0.25)]
    [TestCase("12.5%", 0.125)]
    [TestCase("0.5", 0.5)]
    [TestCase("100%", 1)]
    public void A_share_is_a_percentage_or_a_number(string text, double value)
    {
        var file = _folder.Write("mixture.yaml", Samples.Mixture.Replace("{ shards: clips }", $"{{ shards: clips, take: {text} }}"));

        Assert.That(PaperTasks.Reader.ReadMixture(file).Data["clips"].Take.Value, Is.EqualTo(value));
    }

    [Test]
    public void A_tab_inside_a_block_of_text_is_text()
    {
        var file = _folder.Write("mixture.yaml", Samples.Mixture.Replace("{ shards: clips }", "\n    shards: |-\n      \tclips"));

        Assert.That(PaperTasks.Reader.ReadMixture(file).Data["clips"].Shards, Is.EqualTo("\tclips"));
    }

    [Test]
    public void An_included_file_gives_what_the_including_one_leaves_out()
    {
        Directory.CreateDirectory(_folder["parts"]);
        _folder.Write("parts/base.yaml", Samples.Mixture);
        var file = _folder.Write("mixture.yaml", """
            include: parts/base.yaml
            tokenBudget: 4096
            tasks:
              text-to-video: { weight: 3, formats: [square-41, portrait-17] }
              inpainting: { group: video, data: clips }
            """);

        var mixture = PaperTasks.Reader.ReadMixture(file);

        Assert.That(mixture.TokenBudget, Is.EqualTo(4096));
        Assert.That(mixture.Tasks.Keys, Is.EqualTo(["text-to-image", "text-to-video", "inpainting"]));
        Assert.That(mixture.Tasks["text-to-video"].Data, Is.EqualTo("clips"), "maps merge");
        Assert.That(mixture.Tasks["text-to-video"].Formats, Is.EqualTo(["square-41", "portrait-17"]), "lists replace");
    }

    [Test]
    public void Of_several_included_files_the_later_wins()
    {
        _folder.Write("first.yaml", Samples.Mixture);
        _folder.Write("second.yaml", "tokenBudget: 2\n");
        _folder.Write("third.yaml", "tokenBudget: 3\n");
        var file = _folder.Write("mixture.yaml", "include: [first.yaml, third.yaml, second.yaml]\n");

        Assert.That(PaperTasks.Reader.ReadMixture(file).TokenBudget, Is.EqualTo(2));
    }

    [Test]
    public void A_file_may_be_included_by_two_others()
    {
        _folder.Write("base.yaml", Samples.Mixture);
        _folder.Write("left.yaml", "include: base.yaml\n");
        _folder.Write("right.yaml", "include: base.yaml\ntokenBudget: 7\n");

        Assert.That(PaperTasks.Reader.ReadMixture(_folder.Write("top.yaml", "include: [left.yaml, right.yaml]\n")).TokenBudget, Is.EqualTo(7));
    }
}
