using System.Text.Json;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Tests;

/// <summary>Parts of a model go into one folder together, or not at all.</summary>
public sealed class PackageVerbTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = TestFiles.NewFolder();

    [Test]
    public void Tokenizers_take_half_the_room_and_have_a_card_for_programs_and_one_for_people()
    {
        var result = Package(TestFiles.Weights, "-o", "packed", "--limit", "Only of noise.", "--json").Succeeded();

        var card = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(card.GetProperty("name").GetString(), Is.EqualTo("packed"));
        var video = card.GetProperty("parts").GetProperty("video");
        Assert.That(video.GetProperty("precision").GetString(), Is.EqualTo("bf16"));
        Assert.That(video.GetProperty("bytes").GetInt64(), Is.EqualTo(new FileInfo(In("packed/video-tokenizer.safetensors")).Length));
        Assert.That(
            new FileInfo(In("packed/video-tokenizer.safetensors")).Length,
            Is.LessThan(0.6 * new FileInfo(Path.Join(TestFiles.Weights, "video-tokenizer.safetensors")).Length));
        Assert.That(File.ReadAllText(In("packed/model-card.json")).Trim(), Is.EqualTo(result.Output.Trim()));
        Assert.That(File.ReadAllText(In("packed/README.md")), Does.Contain("# The model packed").And.Contains("- Only of noise."));
        using var file = WeightFile.Open(In("packed/video-tokenizer.safetensors"));
        Assert.That(file.Tensors.Values.Select(tensor => tensor.Type), Is.All.EqualTo(TorchSharp.torch.ScalarType.BFloat16));
    }

    [Test]
    public void A_card_keeps_what_is_not_said_anew_and_takes_figures()
    {
        Package(TestFiles.Weights, "-o", "packed", "--limit", "Only of noise.").Succeeded();
        File.WriteAllText(In("figures.json"), """{ "text-to-video": { "n": 200, "colour": 0.95, "ceiling": { "colour": 0.99 } } }""");
        Package("-o", "packed", "--evaluation", "figures.json").Succeeded();

        var page = File.ReadAllText(In("packed/README.md"));
        Assert.That(page, Does.Contain("| text-to-video | 200 | colour | 0.95 | 0.99 |").And.Contains("- Only of noise."));
        Assert.That(File.Exists(In("packed/video-tokenizer.safetensors")), Is.True);
    }

    [Test]
    public void What_cannot_be_packed_leaves_the_folder_as_it_was()
    {
        Package(TestFiles.Weights, "-o", "packed").Succeeded();
        var before = Contents();
        Directory.CreateDirectory(In("other"));
        File.WriteAllText(In("other/video-tokenizer.safetensors"), "no weights");

        Refused("safetensors", "other", "-o", "packed");
        Refused("there are 2 of the video tokenizer", TestFiles.Weights, "other", "-o", "packed");
        Refused("'nowhere' has no part of a model", "nowhere", "-o", "packed");
        Refused("holds something else than a packed model", TestFiles.Weights, "-o", "other");
        Assert.That(Contents(), Is.EqualTo(before));
        Assert.That(Directory.GetFileSystemEntries(_folder).Select(path => Path.GetFileName(path)), Is.EquivalentTo(new[] { "packed", "other" }));
    }

    [TestCase("[]", "it must be an object of tasks")]
    [TestCase("""{ "text-to-video": 1 }""", "'text-to-video' must be an object")]
    [TestCase(
        """{ "text-to-video": { "colour": 0.9, "shape": "much", "reason": "none", "ceiling": { "shape": null } } }""",
        "'text-to-video' lacks 'n'; 'text-to-video:shape' must be a number; 'text-to-video:ceiling:shape' must be a number")]
    public void Figures_that_are_something_else_are_refused_with_what_is_wrong(string figures, string problems)
    {
        File.WriteAllText(In("figures.json"), figures);

        Refused(
            $"figures.json: is not what ./videopoet evaluate --json says of a model: {problems}.",
            TestFiles.Weights, "-o", "packed", "--evaluation", "figures.json");
        Assert.That(Directory.Exists(In("packed")), Is.False);
    }

    [Test]
    public void A_torn_last_line_of_a_runs_log_is_passed_over_and_another_that_is_broken_is_named()
    {
        Directory.CreateDirectory(In("run/weights"));
        File.WriteAllText(In("run/recipe.yaml"), "trains: video-tokenizer\ndata:\n  source: clips\n");
        foreach (var file in Directory.GetFiles(TestFiles.Weights))
            File.Copy(file, In($"run/weights/{Path.GetFileName(file)}"));
        const string First = """{"event":"step","step":1,"seconds":0.5}""", Second = """{"event":"step","step":2,"seconds":0.25}""";
        var torn = Second[..10];

        File.WriteAllText(In("run/log.jsonl"), $"{First}\n{Second}\n{torn}");
        var card = JsonDocument.Parse(Package("run", "-o", "packed", "--json").Succeeded().Output).RootElement;
        var training = card.GetProperty("parts").GetProperty("video").GetProperty("training");
        Assert.That(training.GetProperty("steps").GetInt32(), Is.EqualTo(2));
        Assert.That(training.GetProperty("seconds").GetDouble(), Is.EqualTo(0.75));

        File.WriteAllText(In("run/log.jsonl"), $"{First}\n{torn}\n{Second}\n");
        Refused("run/log.jsonl:2: is no entry of a run's log", "run", "-o", "packed");
    }

    private HostResult Package(params string[] arguments) => Host.Run(_folder, ["package", "--model", TestFiles.Model, .. arguments]);

    private void Refused(string message, params string[] arguments)
    {
        var result = Package(arguments);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(message).And.Not.Contains("   at "));
    }

    private Dictionary<string, DateTime> Contents() =>
        Directory.GetFiles(In("packed"), "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc);

    private string In(string name) => Path.Join(_folder, name);
}
