using System.Text.Json;

namespace VideoPoet.Tests;

public sealed class ChainVerbTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = TestFiles.NewFolder();

    [Test]
    public void A_ready_chain_runs_by_its_name_keeps_its_steps_and_can_be_run_again()
    {
        var result = Chain("text-to-audio-video", "--prompt", "a ball", "--format", "tiny-9", "--seed", "7", "--keep", "steps", "-o", "ball.mp4")
            .Succeeded();

        Assert.That(TestFiles.Probe(In("ball.mp4"))[..2], Is.EquivalentTo(new[] { "video,16,16", "audio" }));
        Assert.That(result.Error, Does.Contain("step 1 of 2, text-to-video").And.Contains("step 2 of 2, video-to-audio"));
        Assert.That(
            Directory.GetFiles(In("steps")).Select(path => Path.GetFileName(path)),
            Is.EquivalentTo(new[] { "1-text-to-video.mp4", "2-video-to-audio.mp4" }));

        var again = Host.Run(_folder, "chain", "--again", "ball.mp4.json", "-o", "again.mp4").Succeeded();
        Assert.That(again.Error, Does.Contain("the same as the record says, bit for bit"));
        Assert.That(File.ReadAllBytes(In("again.mp4")), Is.EqualTo(File.ReadAllBytes(In("ball.mp4"))));
    }

    [Test]
    public void Steps_of_a_file_have_prompts_of_their_own()
    {
        File.WriteAllText(In("mine.yaml"), """
            steps:
              - { task: image-to-video, name: begin }
              - { task: frame-prediction, name: go-on, parameters: { frames: 9 }, format: tiny-17 }
            """);
        var result = Chain(
            "mine.yaml", "--image", TestFiles.Image, "--prompt-of", "begin=a ball", "--format", "tiny-9", "--json", "-o", "ball.webm").Succeeded();

        var answer = JsonDocument.Parse(result.Output).RootElement;
        var steps = answer.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString());
        Assert.That(steps, Is.EqualTo(new[] { "begin", "go-on" }));
        Assert.That(answer.GetProperty("file").GetProperty("content").GetProperty("frames").GetInt32(), Is.EqualTo(17));
    }

    [TestCase("text-to-audio-video -o a.mp4", "'text-to-video' needs --prompt.")]
    [TestCase("text-to-audio-video --prompt x --image CLIP -o a.mp4", "'text-to-video' takes no --image.")]
    [TestCase("text-to-audio-video --prompt x --prompt-of nobody=y -o a.mp4", "unknown step 'nobody'")]
    [TestCase("text-to-audio-video --prompt x --prompt-of y -o a.mp4", "--prompt-of: 'y' is no prompt of a step")]
    [TestCase("text-to-audio-video --prompt x", "say where the output goes, such as -o ball.mp4.")]
    [TestCase("text-to-audio-video --prompt x -o a.gif", "a.gif: 'video-to-audio' makes no such file.")]
    [TestCase("text-to-audio-vidoe --prompt x -o a.mp4", "Did you mean 'text-to-audio-video'?")]
    [TestCase("-o a.mp4", "name a chain")]
    [TestCase("text-to-audio-video --prompt x --format tiny-9 --keep . -o 1-text-to-video.mp4", "--keep would replace it")]
    [TestCase("text-to-audio-video --prompt x --format tiny-9 -o /proc/a.mp4", "nothing can be created in its folder")]
    [TestCase("text-to-audio-video --prompt x --format tiny-9 --seconds 0.5 -o a.mp4", "takes 9 frames of the clip before it, which has 4.")]
    public void What_cannot_be_run_is_refused(string arguments, string message)
    {
        var result = Chain([.. arguments.Replace("CLIP", TestFiles.Clip, StringComparison.Ordinal).Split(' ')]);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(message));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
    }

    private HostResult Chain(params string[] arguments) => Host.Run(_folder, ["chain", "--model", TestFiles.Model, .. arguments]);

    private string In(string name) => Path.Join(_folder, name);
}
