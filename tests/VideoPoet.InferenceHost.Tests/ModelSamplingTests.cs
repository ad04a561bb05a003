using System.Text.Json;

namespace VideoPoet.Tests;

/// <summary>A model says how its tasks are drawn, and a user's word wins over it.</summary>
public sealed class ModelSamplingTests
{
    private string _folder = "", _model = "";

    [SetUp]
    public void CreateModel()
    {
        _folder = TestFiles.NewFolder();
        _model = TestFiles.NewFolder();
        foreach (var entry in Directory.GetFileSystemEntries(TestFiles.Model))
            File.CreateSymbolicLink(Path.Join(_model, Path.GetFileName(entry)), entry);
        File.WriteAllText(
            Path.Join(_model, "sampling.json"),
            """{ "text-to-video": { "guidance": 2, "temperature": 0.5, "top_k": 3 }, "video-to-audio": { "temperature": 0.25 } }""");
    }

    [Test]
    public void What_the_command_line_leaves_out_is_as_the_model_says()
    {
        Run("generate", "text-to-video", "--prompt", "x", "--temperature", "0.75", "-o", "a.mp4").Succeeded();
        var options = Record("a.mp4.json").GetProperty("options");
        Assert.That(options.GetProperty("guidance").GetDouble(), Is.EqualTo(2));
        Assert.That(options.GetProperty("temperature").GetDouble(), Is.EqualTo(0.75));
        Assert.That(options.GetProperty("top_k").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public void Guidance_is_not_asked_for_where_there_is_no_prompt()
    {
        File.WriteAllText(Path.Join(_model, "sampling.json"), """{ "image-to-video": { "guidance": 2 } }""");
        Run("generate", "image-to-video", "--image", TestFiles.Image, "-o", "a.mp4").Succeeded();
        Assert.That(Record("a.mp4.json").GetProperty("options").GetProperty("guidance").GetDouble(), Is.EqualTo(1));
    }

    [Test]
    public void Each_step_of_a_chain_is_drawn_as_the_model_says_and_its_record_gives_the_same_again_without_the_file()
    {
        Run("chain", "text-to-audio-video", "--prompt", "x", "--format", "tiny-9", "--seed", "1", "-o", "a.mp4").Succeeded();
        var tasks = Record("a.mp4.json").GetProperty("task_options");
        Assert.That(tasks.GetProperty("text-to-video").GetProperty("guidance").GetDouble(), Is.EqualTo(2));
        Assert.That(tasks.GetProperty("video-to-audio").GetProperty("temperature").GetDouble(), Is.EqualTo(0.25));

        File.Delete(Path.Join(_model, "sampling.json"));
        Host.Run(_folder, "chain", "--again", "a.mp4.json", "-o", "b.mp4").Succeeded();
    }

    [TestCase("""{ "text-to-video": { "guidence": 2 } }""", "guidence")]
    [TestCase("""{ "text-to-video": { "temperature": -1 } }""", "text-to-video: temperature must be from 0 to 100, found -1.")]
    [TestCase("{", "sampling.json")]
    public void A_file_that_is_wrong_is_refused(string text, string message)
    {
        File.WriteAllText(Path.Join(_model, "sampling.json"), text);
        var result = Run("generate", "text-to-video", "--prompt", "x", "-o", "a.mp4");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(message).And.Contains("sampling.json"));
    }

    private HostResult Run(string verb, params string[] arguments) => Host.Run(_folder, [verb, .. arguments, "--model", _model]);

    private JsonElement Record(string file) => JsonDocument.Parse(File.ReadAllText(Path.Join(_folder, file))).RootElement;
}
