using System.Text.Json;

namespace VideoPoet.Tests;

public sealed class EvaluateVerbTests
{
    private static readonly string[] s_few =
    [
        "evaluate", "mini", "-n", "2", "--task", "text-to-video", "--task", "inpainting", "--task", "video-to-audio", "--task", "stylization",
        "--task", "unconditional-video",
    ];

    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = TestFiles.NewFolder();

    [Test]
    public void Each_task_has_its_figures_and_their_ceiling_from_0_to_1()
    {
        var result = Host.Run(_folder, [.. s_few, "--task", "text-to-audio-video", "--json"]).Succeeded();

        var tasks = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(NamesOf(tasks), Is.EqualTo(new[]
        {
            "text-to-video", "inpainting", "stylization", "video-to-audio", "unconditional-video", "text-to-audio-video",
        }));
        Assert.That(FiguresOf(tasks.GetProperty("text-to-video")), Is.EqualTo(new[] { "colour", "background", "shape", "motion", "style" }));
        Assert.That(tasks.GetProperty("inpainting").GetProperty("kept").GetDouble(), Is.EqualTo(1));
        Assert.That(FiguresOf(tasks.GetProperty("text-to-audio-video")), Is.EqualTo(new[] { "video", "sound", "both" }));
        Assert.That(FiguresOf(tasks.GetProperty("stylization")), Does.Contain("flow_error"));
        foreach (var task in tasks.EnumerateObject())
        {
            Assert.That(task.Value.GetProperty("n").GetInt32(), Is.EqualTo(2));
            var ceiling = task.Value.GetProperty("ceiling");
            Assert.That(NamesOf(ceiling), Is.EquivalentTo(FiguresOf(task.Value)));
            foreach (var figure in FiguresOf(task.Value))
            {
                Assert.That(task.Value.GetProperty(figure).GetDouble(), Is.InRange(0, 1), figure);
                Assert.That(ceiling.GetProperty(figure).GetDouble(), Is.InRange(0, 1), figure);
            }
        }
    }

    [Test]
    public void A_task_that_the_model_cannot_do_is_left_out_with_its_reason()
    {
        string[] command = ["evaluate", TestFiles.ModelOfOneTask, "-n", "1", "--task", "text-to-video", "--task", "inpainting"];

        var asJson = Host.Run(_folder, [.. command, "--json"]).Succeeded();
        var asTable = Host.Run(_folder, command).Succeeded();

        var tasks = JsonDocument.Parse(asJson.Output).RootElement;
        var refused = tasks.GetProperty("inpainting");
        var reason = refused.GetProperty("reason").GetString()!;
        Assert.That(reason, Does.Contain("inpainting"));
        Assert.That(NamesOf(refused), Is.EquivalentTo(new[] { "n", "reason" }));
        Assert.That(refused.GetProperty("n").GetInt32(), Is.Zero);
        Assert.That(asJson.Error, Does.Contain($"inpainting: left out. {reason}"));
        Assert.That(tasks.GetProperty("text-to-video").GetProperty("n").GetInt32(), Is.EqualTo(1));
        Assert.That(tasks.GetProperty("text-to-video").TryGetProperty("reason", out _), Is.False);
        Assert.That(asTable.Output, Does.Match(@"inpainting +\W? *0 ").And.Contains(reason.Split(' ')[0]));
    }

    [Test]
    public void The_same_command_takes_what_is_there_and_refuses_what_is_of_other_seeds()
    {
        string[] one = ["evaluate", "mini", "-n", "2", "--task", "text-to-video", "--folder", "kept", "--json"];
        var first = Host.Run(_folder, one).Succeeded();
        var file = Path.Join(_folder, "kept", "text-to-video.jsonl");
        var lines = File.ReadAllLines(file);
        Assert.That(lines, Has.Length.EqualTo(3));
        // As a killed program leaves it.
        File.WriteAllText(file, $"{lines[0]}\n{lines[1]}\n{lines[2][..9]}");

        Assert.That(Host.Run(_folder, one).Succeeded().Output, Is.EqualTo(first.Output));
        Assert.That(File.ReadAllLines(file).Order(), Is.EqualTo(lines.Order()));
        var other = Host.Run(_folder, [.. one, "--seed", "9"]);
        Assert.That(other.ExitCode, Is.EqualTo(2));
        Assert.That(other.Error, Does.Contain("holds the results of something else"));
    }

    [Test]
    public void Settings_are_chosen_on_other_scenes_and_written_as_a_model_takes_them()
    {
        var result = Host.Run(_folder, "evaluate", "mini", "--tune", "-n", "1", "--task", "video-to-audio", "--folder", "tuned").Succeeded();

        Assert.That(result.Output.Trim(), Is.EqualTo(Path.Join("tuned", "sampling.json")));
        var sampling = JsonDocument.Parse(File.ReadAllText(Path.Join(_folder, "tuned", "sampling.json"))).RootElement;
        Assert.That(sampling.GetProperty("video-to-audio").GetProperty("guidance").GetDouble(), Is.EqualTo(1));
        Host.Run(_folder, "evaluate", "mini", "--tune", "-n", "1", "--task", "audio-to-video", "--folder", "tuned").Succeeded();
        sampling = JsonDocument.Parse(File.ReadAllText(Path.Join(_folder, "tuned", "sampling.json"))).RootElement;
        Assert.That(NamesOf(sampling), Is.EqualTo(new[] { "audio-to-video", "video-to-audio" }));
        var head = File.ReadLines(Directory.GetFiles(Path.Join(_folder, "tuned"), "*.jsonl")[0]).First();
        Assert.That(head, Does.Contain("\"scenes\":\"1001/heldout"));
    }

    [TestCase("evaluate mini --task text-to-vidoe", "unknown task 'text-to-vidoe'. Did you mean 'text-to-video'?")]
    [TestCase("evaluate nothing", "unknown model 'nothing'")]
    [TestCase("evaluate mini -n 0", "--requests")]
    [TestCase("evaluate mini --scenes toybox:seeds=1", "seeds")]
    [TestCase("evaluate mini --format sqare-17", "nothing of what was asked for can be generated.")]
    [TestCase("evaluate mini --tune --task text-to-audio-video", "nothing of what was asked for can be tuned")]
    public void What_cannot_be_asked_is_refused(string line, string message)
    {
        var result = Host.Run(_folder, line.Split(' '));
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(message).And.Not.Contains("Exception"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
    }

    private static string[] NamesOf(JsonElement one) => [.. one.EnumerateObject().Select(property => property.Name)];

    private static string[] FiguresOf(JsonElement task) =>
        [.. task.EnumerateObject().Where(figure => figure.Name != "n" && figure.Value.ValueKind == JsonValueKind.Number).Select(figure => figure.Name)];
}
