namespace VideoPoet.Tests;

public sealed class StreamTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = TestFiles.NewFolder();

    [Test]
    public void Pictures_come_as_a_video_that_is_read_from_a_pipe()
    {
        var probed = Piped(
            "text-to-video --prompt x --format tiny-17 --seed 1",
            "ffprobe -v error -count_frames -show_entries stream=codec_name,width,nb_read_frames -of csv=p=0 -i -");
        Assert.That(probed.Output.Trim(), Is.EqualTo("h264,16,17"));
        Assert.That(probed.Error, Does.Contain("17 frames of 16×16, seed 1"));
    }

    [Test]
    public void Sound_comes_as_a_wav_that_is_read_from_a_pipe()
    {
        var decoded = Piped($"video-to-audio --video '{TestFiles.Clip}' --seed 1", "ffmpeg -v error -i - -f s16le - | wc -c");
        // 9 frames at 8 a second, in whole steps of the tokenizer.
        Assert.That(int.Parse(decoded.Output), Is.EqualTo(2 * 320 * (18_000 / 320)));
    }

    [Test]
    public void Frames_come_before_the_last_one_is_generated()
    {
        // Far longer than the test: what is read was there before its end.
        var result = Host.Shell(_folder, $"""
            ./videopoet generate text-to-video --model '{TestFiles.Model}' --prompt x --seconds 3000 --stream |
            ffmpeg -v error -i - -frames:v 20 -f rawvideo -pix_fmt rgb24 - | wc -c
            """);
        Assert.That(result.Output.Trim(), Is.EqualTo($"{20 * 16 * 16 * 3}"));
        Assert.That(result.Error, Does.Contain("stopped: nobody reads standard output any more."));
    }

    private HostResult Piped(string request, string reader) =>
        Host.Shell(_folder, $"./videopoet generate --model '{TestFiles.Model}' {request} --stream | {reader}").Succeeded();
}
