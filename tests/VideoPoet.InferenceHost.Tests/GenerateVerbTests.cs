using System.Runtime.InteropServices;
using System.Text.Json;

namespace VideoPoet.Tests;

public sealed class GenerateVerbTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = TestFiles.NewFolder();

    [Test]
    public void A_video_comes_with_a_record_and_the_way_there_is_told()
    {
        var result = Generate("text-to-video", "--prompt", "a ball", "--format", "tiny-9", "--seed", "7", "-o", "ball.mp4").Succeeded();

        Assert.That(TestFiles.Probe(In("ball.mp4")), Is.EqualTo(new[] { "video,16,16", "1.125000" }));
        Assert.That(result.Output, Is.EqualTo($"ball.mp4  9 frames of 16×16, seed 7{Environment.NewLine}"));
        Assert.That(result.Error, Does.Contain("tokens/s").And.Contains("9 of 9 frames").And.Contains("ball.mp4.json"));
        Assert.That(Names(), Is.EqualTo(new[] { "ball.mp4", "ball.mp4.json" }));
    }

    [Test]
    public void The_same_seed_gives_the_same_bytes_in_another_process_and_another_seed_others()
    {
        foreach (var (seed, file) in new[] { ("7", "one.mp4"), ("7", "two.mp4"), ("8", "other.mp4") })
            Generate("text-to-video", "--prompt", "a ball", "--seed", seed, "-o", file).Succeeded();

        Assert.That(File.ReadAllBytes(In("two.mp4")), Is.EqualTo(File.ReadAllBytes(In("one.mp4"))));
        Assert.That(File.ReadAllBytes(In("other.mp4")), Is.Not.EqualTo(File.ReadAllBytes(In("one.mp4"))));
    }

    [Test]
    public void Several_samples_are_numbered_and_each_can_be_had_alone()
    {
        var result = Generate("text-to-image", "--prompt", "a ball", "--seed", "3", "-n", "4", "--json", "-o", "ball.png").Succeeded();

        var pictures = Names().Where(name => name.EndsWith(".png", StringComparison.Ordinal));
        Assert.That(pictures, Is.EqualTo(new[] { "ball-1.png", "ball-2.png", "ball-3.png", "ball-4.png" }));
        var files = JsonDocument.Parse(result.Output).RootElement.GetProperty("files").EnumerateArray().ToArray();
        Assert.That(files.Select(file => file.GetProperty("content").GetProperty("seed").GetInt64()), Is.EqualTo(new[] { 3, 4, 5, 6 }));
        Assert.That(files.Select(file => file.GetProperty("content").GetProperty("pixels_sha256").GetString()), Is.Unique);

        Generate("text-to-image", "--prompt", "a ball", "--seed", "5", "-o", "third.png").Succeeded();
        Assert.That(File.ReadAllBytes(In("third.png")), Is.EqualTo(File.ReadAllBytes(In("ball-3.png"))));
    }

    [Test]
    public void Shorter_weights_and_fewer_threads_are_a_choice_that_the_record_keeps_where_it_counts()
    {
        string[] request = ["text-to-video", "--prompt", "a ball", "--seed", "7", "--weights-format", "int8"];
        Generate([.. request, "--threads", "1", "-o", "one.mp4"]).Succeeded();
        Generate([.. request, "--threads", "2", "-o", "two.mp4"]).Succeeded();
        Assert.That(File.ReadAllBytes(In("two.mp4")), Is.EqualTo(File.ReadAllBytes(In("one.mp4"))));

        Host.Run(_folder, "generate", "--again", "one.mp4.json", "-o", "again.mp4").Succeeded();
        Assert.That(File.ReadAllBytes(In("again.mp4")), Is.EqualTo(File.ReadAllBytes(In("one.mp4"))));
    }

    [TestCase("image-to-video", "--image", "back.webm", new[] { "video,16,16" })]
    [TestCase("inpainting", "--video", "back.gif", new[] { "video,16,16" })]
    [TestCase("frame-prediction", "--video", "back.png", new[] { "video,104,84" })]
    public void A_task_takes_files_and_writes_what_the_name_says(string task, string option, string output, string[] streams)
    {
        Generate(task, option, option == "--image" ? TestFiles.Image : TestFiles.Clip, "-o", output).Succeeded();
        Assert.That(TestFiles.Probe(In(output))[..1], Is.EqualTo(streams));
    }

    [Test]
    public void Sound_for_a_video_is_a_sound_or_the_video_with_it()
    {
        Generate("video-to-audio", "--video", TestFiles.Clip, "--seed", "1", "-o", "sound.wav").Succeeded();
        Generate("video-to-audio", "--video", TestFiles.Clip, "--seed", "1", "-o", "both.mp4").Succeeded();

        Assert.That(TestFiles.Probe(In("sound.wav"))[0], Does.StartWith("audio"));
        Assert.That(TestFiles.Probe(In("both.mp4"))[..2], Is.EquivalentTo(new[] { "video,16,16", "audio" }));
    }

    [Test]
    public void What_is_longer_than_a_sequence_goes_on_in_windows()
    {
        Generate("text-to-video", "--prompt", "a ball", "--seconds", "6", "--seed", "7", "-o", "long.mp4").Succeeded();
        Assert.That(TestFiles.Probe(In("long.mp4"))[^1], Is.EqualTo("6.000000"));
    }

    [Test]
    public void An_interrupted_generation_leaves_nothing()
    {
        using var running = Host.Start(
            _folder, "generate", "text-to-video", "--model", TestFiles.Model, "--prompt", "a ball", "--seconds", "3000", "-o", "long.mp4");
        // Hidden until it is whole.
        while (Names().Length == 0)
        {
            Assert.That(running.HasEnded, Is.False);
            Thread.Sleep(20);
        }
        running.Signal(PosixSignal.SIGINT);

        var result = running.Wait();
        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Error, Does.EndWith("stopped."));
        Assert.That(Names(), Is.Empty);
    }

    private HostResult Generate(params string[] arguments) => Host.Run(_folder, ["generate", "--model", TestFiles.Model, .. arguments]);

    private string In(string name) => Path.Join(_folder, name);

    private string[] Names() => [.. Directory.GetFileSystemEntries(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
