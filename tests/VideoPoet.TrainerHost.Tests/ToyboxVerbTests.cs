using System.Text.Json;

namespace VideoPoet.Tests;

public sealed class ToyboxVerbTests
{
    [Test]
    public void What_show_writes_judge_reads_back()
    {
        var folder = TestFiles.NewFolder();
        Host.Run(folder, "toybox", "show", "toybox:clips=2,seed=3,frames=17", "-o", "toys", "--size", "128x128").Succeeded();
        foreach (var name in new[] { "0000", "0001" })
        {
            var shown = JsonDocument.Parse(File.ReadAllText(Path.Join(folder, "toys", name + ".json"))).RootElement;
            var read = JsonDocument.Parse(
                Host.Run(folder, "toybox", "judge", $"toys/{name}.mp4", "--json").Succeeded().Output).RootElement;

            foreach (var key in new[] { "background", "style" })
                Assert.That(Text(read, key), Is.EqualTo(Text(shown, key)));
            var (things, seen) = (shown.GetProperty("objects"), read.GetProperty("objects"));
            Assert.That(seen.GetArrayLength(), Is.EqualTo(things.GetArrayLength()));
            foreach (var key in new[] { "shape", "colour", "motion" })
            {
                Assert.That(
                    seen.EnumerateArray().Select(thing => Text(thing, key)),
                    Is.EquivalentTo(things.EnumerateArray().Select(thing => Text(thing, key))));
            }
            Assert.That(
                read.GetProperty("timbres").EnumerateArray().Select(timbre => timbre.GetString()),
                Is.EquivalentTo(things.EnumerateArray().Select(thing => Text(thing, "shape"))));
            Assert.That(read.GetProperty("click_seconds").GetArrayLength(), Is.EqualTo(shown.GetProperty("bounce_seconds").GetArrayLength()));
            Assert.That(things[0].GetProperty("boxes").GetArrayLength(), Is.EqualTo(17));
            Assert.That(File.Exists(Path.Join(folder, "toys", name + ".png")) && File.Exists(Path.Join(folder, "toys", name + ".wav")), Is.True);
        }
    }

    [Test]
    public void Captions_are_those_of_the_clips_one_a_line()
    {
        var folder = TestFiles.NewFolder();
        Host.Run(folder, "toybox", "captions", "toybox:clips=3,seed=5", "-o", "captions.txt").Succeeded();
        Host.Run(folder, "toybox", "show", "toybox:clips=3,seed=5,frames=5", "-o", "toys").Succeeded();
        var captions = Enumerable.Range(0, 3).Select(
            index => Text(JsonDocument.Parse(File.ReadAllText(Path.Join(folder, "toys", $"{index:D4}.json"))).RootElement, "caption"));
        Assert.That(File.ReadAllLines(Path.Join(folder, "captions.txt")), Is.EqualTo(captions));
    }

    [Test]
    public void Measure_says_how_often_the_judge_is_right_of_what_comes_back_from_tokens()
    {
        var measured = JsonDocument.Parse(Host.Run(
            TestFiles.NewFolder(), "toybox", "measure", "toybox:clips=4,seed=1,split=all", "--damage", "blur", "--model", TestFiles.Model,
            "--weights", TestFiles.Weights, "--frames", "5", "--json").Succeeded().Output).RootElement;
        Assert.That((measured.GetProperty("clips").GetInt32(), Text(measured, "format")), Is.EqualTo((4, "64x64x5")));
        Assert.That(measured.GetProperty("video_tokenizer").GetString(), Has.Length.EqualTo(64));
        // Of random weights nothing comes back that could be recognised; the sound is not touched.
        Assert.That(measured.GetProperty("attributes").GetProperty("background").GetProperty("accuracy").GetDouble(), Is.Zero);
        Assert.That(measured.GetProperty("attributes").GetProperty("timbre").GetProperty("accuracy").GetDouble(), Is.EqualTo(1));
    }

    [TestCase("unknown option 'clip'. Did you mean 'clips'?", "show", "toybox:clip=3", "-o", "toys")]
    [TestCase("'clips=3' does not name clips of Toybox; write such as toybox:clips=8,seed=1", "show", "clips=3", "-o", "toys")]
    [TestCase("--size must be WIDTHxHEIGHT", "measure", "--size", "64")]
    [TestCase("none.mp4", "judge", "none.mp4")]
    public void Bad_input_is_told_in_one_line(string said, params string[] arguments)
    {
        var result = Host.Run(TestFiles.NewFolder(), ["toybox", .. arguments]);
        Assert.That((result.ExitCode, result.Error.Trim().Split('\n').Length), Is.EqualTo((2, 1)), result.Error);
        Assert.That(result.Error, Does.Contain(said));
    }

    [Test]
    public void A_data_source_that_there_is_not_is_told_with_the_nearest()
    {
        var recipe = Path.Join(Host.RepositoryRoot, "task-specs", "recipes", "video-tokenizer-mini.yaml");
        var result = Host.Run(TestFiles.NewFolder(), "train", recipe, "--data", "toybx:clips=3", "--dry-run");
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain("unknown data source 'toybx'. Did you mean 'toybox'?"));
    }

    private static string? Text(JsonElement element, string key) => element.GetProperty(key).GetString();
}
