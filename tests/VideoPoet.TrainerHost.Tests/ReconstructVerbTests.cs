using System.Text.Json;

namespace VideoPoet.Tests;

public sealed class ReconstructVerbTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = TestFiles.NewFolder();

    [Test]
    public void A_video_with_sound_comes_back_as_one_with_figures_and_a_picture()
    {
        var result = Reconstruct(TestFiles.Clip, "--format", "64x64x17", "-o", "back.mp4", "--picture", "sheet.png", "--json").Succeeded();

        // 17 frames at 8 a second; ffmpeg's AAC ends with a whole block.
        var probed = TestFiles.Probe(In("back.mp4"));
        Assert.That(probed[..2], Is.EqualTo(new[] { "video,64,64", "audio" }));
        Assert.That(double.Parse(probed[2]), Is.EqualTo(17 / 8.0).Within(0.1));
        Assert.That(TestFiles.Probe(In("sheet.png"))[0], Does.StartWith("video,"));
        var answer = JsonDocument.Parse(result.Output).RootElement;
        var video = answer.GetProperty("video");
        Assert.That(video.GetProperty("frames").GetInt32(), Is.EqualTo(17));
        // 5 latent frames of 8 × 8 codes of 6 bits, in 17/8 seconds.
        Assert.That(video.GetProperty("tokens").GetInt32(), Is.EqualTo(320));
        Assert.That(video.GetProperty("bits_per_second").GetDouble(), Is.EqualTo(320 * 6 * 8 / 17.0).Within(1e-6));
        Assert.That(video.GetProperty("psnr_db").GetDouble(), Is.InRange(1, 40));
        Assert.That(video.GetProperty("ssim").GetDouble(), Is.InRange(-1, 1));
        var sound = answer.GetProperty("sound");
        // 34,000 samples are 107 frames, the last one completed by silence, of two codes of 5 bits.
        Assert.That(sound.GetProperty("tokens").GetInt32(), Is.EqualTo(214));
        Assert.That(sound.GetProperty("bits_per_second").GetDouble(), Is.EqualTo(214 * 5 / 2.125).Within(1e-6));
        Assert.That(sound.GetProperty("mel_distance").GetDouble(), Is.GreaterThan(0));
        Assert.That(sound.TryGetProperty("si_sdr_db", out _), Is.True);
        Assert.That(result.Error, Does.Contain("wrote " + In("back.mp4")).And.Contains("wrote " + In("sheet.png")));
    }

    [TestCase("back.webm", "video,96,64", "audio")]
    [TestCase("back.gif", "video,96,64")]
    [TestCase("back.wav", "audio")]
    public void The_kind_of_the_output_decides_what_is_taken(string output, params string[] streams)
    {
        Reconstruct(TestFiles.Clip, "--seconds", "1", "-o", output).Succeeded();
        Assert.That(TestFiles.Probe(In(output))[..^1], Is.EqualTo(streams));
    }

    [Test]
    public void An_image_comes_back_as_an_image_of_the_nearest_size_that_codes_have()
    {
        var result = Reconstruct(TestFiles.Image, "-o", "back.png", "--json").Succeeded();
        Assert.That(TestFiles.Probe(In("back.png"))[0], Is.EqualTo("video,72,48"));
        var video = JsonDocument.Parse(result.Output).RootElement.GetProperty("video");
        Assert.That(video.GetProperty("bits").GetDouble(), Is.EqualTo(9 * 6 * 6));
        Assert.That(video.TryGetProperty("bits_per_second", out _), Is.False);
    }

    [Test]
    public void A_sound_comes_back_as_a_sound_of_the_same_length()
    {
        Reconstruct(TestFiles.Sound, "-o", "back.wav", "--picture", "sheet.png").Succeeded();
        Assert.That(TestFiles.Probe(In("back.wav")), Is.EqualTo(new[] { "audio", "2.000000" }));
        Assert.That(File.Exists(In("sheet.png")), Is.True);
    }

    [Test]
    public void All_frames_of_a_video_come_back_though_the_last_latent_frame_is_not_complete()
    {
        var result = Reconstruct(TestFiles.SilentClip, "-o", "back.mp4", "--json").Succeeded();
        // 24 frames are 1 + 5 · 4 + 3.
        Assert.That(JsonDocument.Parse(result.Output).RootElement.GetProperty("video").GetProperty("frames").GetInt32(), Is.EqualTo(24));
        Assert.That(double.Parse(TestFiles.Probe(In("back.mp4"))[1]), Is.EqualTo(3).Within(0.01));
    }

    [Test]
    public void Without_an_output_there_are_only_figures()
    {
        var result = Reconstruct(TestFiles.Clip, "--seconds", "1").Succeeded();
        foreach (var figure in new[] { "PSNR", "SSIM", "mel distance", "SI-SDR", "bits a second" })
            Assert.That(result.Output, Does.Contain(figure));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public void A_sound_whose_tokenizer_is_missing_is_left_out_with_a_message()
    {
        var weights = Directory.CreateDirectory(In("weights")).FullName;
        File.Copy(Path.Join(TestFiles.Weights, "video-tokenizer.safetensors"), Path.Join(weights, "video-tokenizer.safetensors"));
        var result = Host.Run(
            _folder, "reconstruct", TestFiles.Clip, "--model", TestFiles.Model, "--weights", weights, "--seconds", "1", "-o", "back.mp4").Succeeded();
        Assert.That(result.Error, Does.Contain("has no audio tokenizer").And.Contains("left out"));
        Assert.That(TestFiles.Probe(In("back.mp4"))[..^1], Is.EqualTo(new[] { "video,96,64" }));
    }

    [TestCase("nothing.mp4: does not exist", "nothing.mp4")]
    [TestCase("unknown format 'sqare-17'. Did you mean 'square-17'?", "CLIP", "--format", "sqare-17")]
    [TestCase("width must be a positive multiple of 8 pixels, found 60", "CLIP", "--format", "60x64")]
    [TestCase("give either such a format or --seconds", "CLIP", "--format", "64x64x17", "--seconds", "1")]
    [TestCase("a part begins at 0 seconds or later, found -1", "CLIP", "--start", "-1")]
    [TestCase("a part is longer than 0 seconds, found 0", "CLIP", "--seconds", "0")]
    [TestCase("a rate must be above 0 and at most 240 frames a second, found 0", "CLIP", "--rate", "0")]
    [TestCase("ends after 24 frames at 8 frames a second, and 41 are needed", "SILENT", "--format", "64x64x41", "-o", "back.mp4")]
    [TestCase("back.png: cannot be written: it is no .mp4 or .webm or .gif or .wav file", "CLIP", "-o", "back.png")]
    [TestCase("back.mp4: cannot be written: it is no .png file", "IMAGE", "-o", "back.mp4")]
    [TestCase("back.mp4: cannot be written: it is no .wav file", "SOUND", "-o", "back.mp4")]
    [TestCase("no/such/back.mp4: cannot be written: its folder does not exist", "CLIP", "-o", "no/such/back.mp4")]
    [TestCase("is the input itself", "CLIP", "-o", "CLIP")]
    [TestCase("sheet.jpg: cannot be written: it is no .png file", "CLIP", "--picture", "sheet.jpg")]
    [TestCase("there is no folder 'nowhere'", "CLIP", "--weights", "nowhere")]
    [TestCase("has no video tokenizer; one of these files must be there: video-tokenizer.safetensors", "SILENT", "--weights", ".")]
    [TestCase("there is no file 'no.yaml'", "CLIP", "--model", "no.yaml")]
    [TestCase("--wieghts", "CLIP", "--wieghts", ".")]
    public void Bad_input_is_answered_with_one_message_and_nothing_is_written(string message, params string[] arguments)
    {
        var result = Reconstruct([.. arguments.Select(Path)]);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(message).And.Not.Contain("   at "));
        Assert.That(result.Output, Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);

        static string Path(string word) => word switch
        {
            "CLIP" => TestFiles.Clip,
            "SILENT" => TestFiles.SilentClip,
            "IMAGE" => TestFiles.Image,
            "SOUND" => TestFiles.Sound,
            _ => word,
        };
    }

    [Test]
    public void A_file_that_is_no_media_and_weights_that_do_not_fit_are_refused()
    {
        var text = In("text.mp4");
        File.WriteAllText(text, "this is no video");
        Assert.That(Reconstruct(text).Error, Does.Contain("text.mp4: cannot be read"));
        var weights = Directory.CreateDirectory(In("weights")).FullName;
        File.Copy(Path.Join(TestFiles.Weights, "audio-tokenizer.safetensors"), Path.Join(weights, "video-tokenizer.safetensors"));
        var result = Reconstruct(TestFiles.SilentClip, "--weights", weights);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain("video-tokenizer.safetensors does not fit"));
    }

    private string In(string name) => Path.Join(_folder, name);

    private HostResult Reconstruct(params string[] arguments)
    {
        string[] weights = arguments.Contains("--weights") ? [] : ["--weights", TestFiles.Weights];
        string[] model = arguments.Contains("--model") ? [] : ["--model", TestFiles.Model];
        return Host.Run(_folder, ["reconstruct", .. arguments, .. weights, .. model]);
    }
}
