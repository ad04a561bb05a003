using System.Text.Json.Nodes;
using VideoPoet.Inference.Tests.Generation;

namespace VideoPoet.Tests;

public sealed class ReproductionTests
{
    private string _made = "", _folder = "";

    [OneTimeSetUp]
    public void Generate()
    {
        _made = TestFiles.NewFolder();
        File.Copy(TestFiles.Image, Path.Join(_made, "start.png"));
        Host.Run(
            _made, "generate", "image-to-video", "--model", TestFiles.Model, "--image", "start.png", "--prompt", "it rolls", "--guidance", "2",
            "--top-k", "40", "-o", "ball.mp4").Succeeded();
    }

    [SetUp]
    public void CopyFolder()
    {
        _folder = TestFiles.NewFolder();
        foreach (var file in Directory.GetFiles(_made))
            File.Copy(file, In(Path.GetFileName(file)));
    }

    [Test]
    public void A_record_gives_the_same_file_again_from_wherever_it_lies()
    {
        var result = Host.Run(TestFiles.Folder, "generate", "--again", In("ball.mp4.json"), "-o", In("again.mp4")).Succeeded();

        Assert.That(result.Error, Does.Contain("the same as the record says, bit for bit"));
        Assert.That(File.ReadAllBytes(In("again.mp4")), Is.EqualTo(File.ReadAllBytes(In("ball.mp4"))));
    }

    [Test]
    public void Another_medium_is_refused_before_anything_is_decoded()
    {
        File.Copy(TestFiles.Clip, In("start.png"), overwrite: true);
        Refused("start.png: is another than that of the record");
    }

    [Test]
    public void Another_model_is_refused_before_anything_is_decoded()
    {
        var other = SmallModel.Write(TestFiles.NewFolder(), seed: 2);
        Refused("the model is another than that of the record", "--model", other);
    }

    [Test]
    public void What_the_record_says_cannot_be_said_otherwise() => Refused(
        "--again takes everything but the model and the output from the record. Leave TASK, --prompt, --seed out.",
        "text-to-video", "--prompt", "x", "--seed", "1");

    [TestCase("{", "is no record of a generation")]
    [TestCase("""{ "task": "text-to-video" }""", "is no record of a generation")]
    [TestCase("""{ "colour": "red" }""", "is no record of a generation")]
    public void What_is_no_record_is_refused(string text, string message)
    {
        File.WriteAllText(In("ball.mp4.json"), text);
        Refused($"ball.mp4.json: {message}");
    }

    [Test]
    public void Another_output_than_the_record_says_is_a_failure()
    {
        var record = JsonNode.Parse(File.ReadAllText(In("ball.mp4.json")))!;
        record["content"]!["pixels_sha256"] = "0";
        File.WriteAllText(In("ball.mp4.json"), record.ToJsonString());
        var result = Again();
        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Error, Does.Contain("not the same as the record says"));
    }

    private void Refused(string message, params string[] more)
    {
        var result = Again(more);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(message));
        Assert.That(File.Exists(In("again.mp4")), Is.False);
    }

    private HostResult Again(params string[] more) => Host.Run(_folder, ["generate", "--again", "ball.mp4.json", "-o", "again.mp4", .. more]);

    private string In(string name) => Path.Join(_folder, name);
}
