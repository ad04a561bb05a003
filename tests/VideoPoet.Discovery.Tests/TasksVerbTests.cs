using System.Text.Json;
using System.Xml.Linq;

namespace VideoPoet.Tests;

public sealed class TasksVerbTests
{
    private static readonly string[] PaperTasks =
    [
        "audio-to-video", "audio-video-continuation", "frame-prediction", "image-to-video", "inpainting", "outpainting", "stylization",
        "text-to-image", "text-to-video", "unconditional-image", "unconditional-video", "video-to-audio",
    ];

    [Test]
    public void The_papers_tasks_are_listed_for_machines()
    {
        var result = Command.Host("tasks", "--json").Succeeded();
        var tasks = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().ToArray();
        Assert.That(tasks.Select(task => task.GetProperty("name").GetString()), Is.EqualTo(PaperTasks));
        var toVideo = tasks.Single(task => task.GetProperty("name").GetString() == "text-to-video");
        Assert.That(toVideo.GetProperty("token").GetString(), Is.EqualTo("video"));
        Assert.That(toVideo.GetProperty("token_id").GetInt32(), Is.EqualTo(32));
        Assert.That(toVideo.GetProperty("inputs").EnumerateArray().Select(input => input.GetString()), Is.EqualTo(new[] { "text" }));
        Assert.That(toVideo.GetProperty("outputs").EnumerateArray().Select(output => output.GetString()), Is.EqualTo(new[] { "video" }));
        var square = toVideo.GetProperty("formats").EnumerateArray().Single(format => format.GetProperty("format").GetString() == "square-17");
        Assert.That(
            new[] { "prefix_length", "output_length", "length" }.Select(key => square.GetProperty(key).GetInt32()),
            Is.EqualTo(new[] { 68, 1_283, 1_351 }));
        Assert.That(result.Error, Is.Empty);
    }

    [Test]
    public void The_table_has_a_line_for_every_task()
    {
        var lines = Command.Host("tasks").Succeeded().Output.Split('\n');
        foreach (var task in PaperTasks)
            Assert.That(lines.Count(line => line.StartsWith($"  {task} ", StringComparison.Ordinal)), Is.EqualTo(1), task);
    }

    [Test]
    public void Broken_plugins_go_to_standard_error_and_the_others_are_listed()
    {
        var result = Command.Host("tasks", "--json", "--plugins", TestPlugins.Root([.. BrokenPlugins.Names, "Working"])).Succeeded();
        Assert.That(
            JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Select(task => task.GetProperty("name").GetString()),
            Is.EqualTo(PaperTasks.Append("working")));
        foreach (var name in BrokenPlugins.Names)
            Assert.That(result.Error, Does.Contain($"the plugin '{name}' "));
    }

    [Test]
    public void The_exact_sequence_is_shown_with_positions_and_ids()
    {
        var show = Command.Host("tasks", "show", "audio-video-continuation", "--format", "square-17", "--json").Succeeded();
        var runs = JsonDocument.Parse(show.Output).RootElement.GetProperty("runs").EnumerateArray()
            .Select(run => (run.GetProperty("start").GetInt32(), run.GetProperty("length").GetInt32(), run.GetProperty("first_id").GetInt32()))
            .ToArray();
        Assert.That(runs.Take(4), Is.EqualTo(new[] { (0, 1, 1), (1, 1, 34), (2, 1, 5), (3, 256, 256) }));
        Assert.That(runs[^1], Is.EqualTo((1_994, 1, 2)));
        Assert.That(runs.Sum(run => run.Item2), Is.EqualTo(1_995));
    }

    [Test]
    public void Parameters_inputs_and_sizes_change_the_sequence_that_is_shown()
    {
        Assert.That(Shown("frame-prediction", "--set", "frames=9"), Does.Contain("latent frames 0–2 of 3×16×16"));
        Assert.That(Shown("stylization", "--with", "first-frame"), Does.Contain("1608 positions of prefix"));
        Assert.That(Shown("text-to-video", "--without", "text"), Does.Contain("2 positions of prefix"));
        Assert.That(Shown("text-to-video", "--format", "64x64x17"), Does.Contain("<res:64x64>").And.Contain("5×8×8"));
        Assert.That(Shown("image-to-video"), Does.Contain("latent frames 0 of 5×16×16, given"));
    }

    [Test]
    public void A_drawing_has_every_content_to_scale()
    {
        var file = Path.Combine(TestPlugins.Root(), "drawing.svg");
        Command.Host("tasks", "draw", "stylization", "--format", "square-17", "-o", file).Succeeded();
        XNamespace svg = "http://www.w3.org/2000/svg";
        var widths = XDocument.Load(file).Descendants(svg + "rect")
            .Where(box => box.Attribute("y")!.Value == "132" && (double)box.Attribute("width")! > 10)
            .Select(box => (double)box.Attribute("width")!)
            .ToArray();
        Assert.That(widths, Has.Length.EqualTo(3));
        Assert.That(widths[1] / widths[0], Is.EqualTo(1_280.0 / 64).Within(0.01));
        Assert.That(widths[2], Is.EqualTo(widths[1]));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)!), Is.EqualTo(new[] { file }));
    }

    [TestCase("unknown task 'text-to-vidoe'. Did you mean 'text-to-video'?", "show", "text-to-vidoe")]
    [TestCase("unknown format 'sqare-17'. Did you mean 'square-17'?", "show", "text-to-video", "--format", "sqare-17")]
    [TestCase("the task is for video, and image (128×128, 1 frame) is not", "show", "text-to-video", "--format", "image")]
    [TestCase("width must be a positive multiple of 8 pixels, found 60", "show", "text-to-video", "--format", "60x64x17")]
    [TestCase("the parameter 'frames' must be a whole number of at least 1, found 'x'", "show", "frame-prediction", "--set", "frames=x")]
    [TestCase("1 + 4k: 1, 5, 9, 13, 17, …, found 4", "show", "frame-prediction", "--set", "frames=4")]
    [TestCase("unknown parameter 'frame'. Did you mean 'frames'?", "show", "frame-prediction", "--set", "frame=5")]
    [TestCase("'frames' is not a parameter; write name=value", "show", "frame-prediction", "--set", "frames")]
    [TestCase("cannot be dropped", "show", "inpainting", "--without", "masked-video")]
    [TestCase("--output", "draw", "text-to-video")]
    [TestCase("the plugin folder '/no/such/folder' does not exist", "--plugins", "/no/such/folder")]
    [TestCase("'--jsn'", "--jsn")]
    public void Bad_input_is_answered_with_a_message_and_exit_code_2(string message, params string[] arguments)
    {
        var result = Command.Host(["tasks", .. arguments]);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(message).And.Not.Contain("   at "));
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public void A_broken_plugin_that_is_named_explicitly_ends_with_exit_code_2_and_its_reason()
    {
        var root = TestPlugins.Root("ThrowingConstructor");
        var byFolder = Command.Host("tasks", "--plugins", Path.Combine(root, "ThrowingConstructor"));
        var byTask = Command.Host("tasks", "show", "throwing-constructor", "--plugins", root);
        Assert.That((byFolder.ExitCode, byTask.ExitCode), Is.EqualTo((2, 2)));
        Assert.That(byFolder.Error, Does.Contain("no licence found"));
        Assert.That(byTask.Error, Does.Contain("no licence found"));
    }

    [Test]
    public void A_layout_that_no_format_by_name_fits_asks_for_one()
    {
        var result = Command.Host("tasks", "show", "frame-prediction", "--set", "frames=41");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("'frame-prediction' as it is set fits no format by name. Name one with --format"));
        Shown("frame-prediction", "--set", "frames=41", "--format", "128x128x49");
    }

    [TestCase("tasks")]
    [TestCase("tasks", "show")]
    [TestCase("tasks", "draw")]
    public void The_example_in_every_help_works_as_printed(params string[] verb)
    {
        var help = Command.Host([.. verb, "--help"]).Succeeded().Output;
        var example = help.Split("Example:")[1].Split("./videopoet ")[1].Trim().Split(' ');
        var folder = TestPlugins.Root();
        Command.Host([.. example.Select(word => word.EndsWith(".svg", StringComparison.Ordinal) ? Path.Combine(folder, word) : word)]).Succeeded();
    }

    private static string Shown(params string[] arguments) => Command.Host(["tasks", "show", .. arguments]).Succeeded().Output;
}
