using VideoPoet.Inference.Tests.Generation;

namespace VideoPoet.Tests;

/// <summary>What cannot be done gets one clear message and exit code 2, and nothing is written.</summary>
public sealed class BadRequestTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = TestFiles.NewFolder();

    [TestCase("image-to-video --prompt x -o a.mp4", "'image-to-video' needs --image.", TestName = "A_missing_image")]
    [TestCase("text-to-video -o a.mp4", "'text-to-video' needs --prompt.", TestName = "A_missing_prompt")]
    [TestCase("text-to-video --prompt x --video CLIP -o a.mp4", "'text-to-video' takes no --video. Leave it out.", TestName = "A_useless_video")]
    [TestCase(
        "text-to-video --prompt x --format 20x16x9 -o a.mp4",
        "width must be a positive multiple of 8 pixels, found 20", TestName = "A_wrong_size")]
    [TestCase(
        "text-to-video --prompt x --format 64x64x17 -o a.mp4",
        "was not trained on 'text-to-video' in 64x64x17", TestName = "An_unsupported_format")]
    [TestCase("text-to-video --prompt x --format tiny-99 -o a.mp4", "tiny-9 (16×16, 9 frames), tiny-17", TestName = "An_unknown_format")]
    [TestCase("text-to-video --prompt x --guidance NaN -o a.mp4", "guidance must be from 0 to 100, found NaN.", TestName = "NaN_as_guidance")]
    [TestCase(
        "text-to-video --prompt x --guidance much -o a.mp4",
        "Cannot parse argument 'much' for option '--guidance'", TestName = "A_word_as_guidance")]
    [TestCase("text-to-video --prompt x --seconds -2 -o a.mp4", "seconds must be above 0 and at most 3600, found -2.", TestName = "Negative_seconds")]
    [TestCase("text-to-video --prompt x --seconds 1e9 -o a.mp4", "seconds must be above 0 and at most 3600", TestName = "Years_of_video")]
    [TestCase(
        "text-to-video --prompt x --temperature -1 -o a.mp4",
        "temperature must be from 0 to 100, found -1.", TestName = "A_negative_temperature")]
    [TestCase("text-to-video --prompt x --top-k 0 -o a.mp4", "top-k must be at least 1, found 0.", TestName = "Nothing_to_draw_from")]
    [TestCase("text-to-video --prompt x --top-p 2 -o a.mp4", "top-p must be above 0 and at most 1, found 2.", TestName = "A_probability_above_1")]
    [TestCase("text-to-video --prompt x --weights-format fp16 -o a.mp4", "'fp16' not recognized", TestName = "An_unknown_format_of_weights")]
    [TestCase("text-to-video --prompt x --engine cuda -o a.mp4", "'cuda' not recognized", TestName = "An_unknown_engine")]
    [TestCase(
        "text-to-video --prompt x --engine torch --weights-format int8 -o a.mp4",
        "the torch engine takes Float32, and Int8 was asked for", TestName = "Weights_that_the_engine_does_not_take")]
    [TestCase("text-to-video --prompt x --engine torch --device gpu -o a.mp4", "'gpu' is no device", TestName = "An_unknown_device")]
    [TestCase("text-to-video --prompt x --threads 0 -o a.mp4", "Threads must be from 1 to 1024, found 0.", TestName = "No_threads")]
    [TestCase("text-to-video --prompt x -n 0 -o a.mp4", "samples must be from 1 to 16, found 0.", TestName = "No_samples")]
    [TestCase(
        "text-to-video --prompt x --negative-prompt y -o a.mp4",
        "a negative prompt changes nothing without guidance", TestName = "A_negative_prompt_without_guidance")]
    [TestCase("text-to-vidoe --prompt x -o a.mp4", "unknown task 'text-to-vidoe'. Did you mean 'text-to-video'?", TestName = "An_unknown_task")]
    [TestCase(
        "frame-prediction --video CLIP --set frame=9 -o a.mp4",
        "unknown parameter 'frame'. Did you mean 'frames'?", TestName = "An_unknown_parameter")]
    [TestCase(
        "frame-prediction --video CLIP --set frames -o a.mp4",
        "'frames' is not a parameter; write name=value", TestName = "A_parameter_without_a_value")]
    [TestCase("inpainting --video NOTHING -o a.mp4", "nothing.mp4: does not exist", TestName = "A_file_that_is_not_there")]
    [TestCase("inpainting --video NOISE -o a.mp4", "noise.mp4: ", TestName = "Corrupt_media")]
    [TestCase("inpainting --video CLIP --start 9 -o a.mp4", "clip.mp4: ", TestName = "A_start_after_the_end")]
    [TestCase("inpainting --video CLIP --start -1 -o a.mp4", "--start must be from 0", TestName = "A_start_before_the_beginning")]
    [TestCase("audio-to-video --audio CLIP --format tiny-17 -o a.mp4", "was not trained on 'audio-to-video' in tiny-17", TestName = "A_format_that_the_model_was_not_trained_in")]
    [TestCase("text-to-video --prompt x", "say where the output goes, such as -o ball.mp4.", TestName = "No_output")]
    [TestCase("-o a.mp4", "name a task", TestName = "No_task")]
    [TestCase(
        "text-to-video --prompt x -o a.avi",
        "a.avi: 'text-to-video' makes no such file. Name the output .mp4, .webm, .gif, .png.", TestName = "An_unknown_kind_of_file")]
    [TestCase("text-to-video --prompt x -o a.wav", "a.wav: 'text-to-video' makes no such file.", TestName = "A_sound_of_a_task_without_sound")]
    [TestCase(
        "text-to-video --prompt x -o no/a.mp4",
        "no/a.mp4: cannot be written: its folder does not exist.", TestName = "A_folder_that_is_not_there")]
    [TestCase("inpainting --video CLIP -o CLIP", "clip.mp4: is read as well.", TestName = "The_input_as_output")]
    [TestCase("text-to-video --prompt x --stream -o a.mp4", "--stream writes to standard output. Leave -o out.", TestName = "A_stream_and_a_file")]
    [TestCase("text-to-video --prompt x --stream -n 2", "--stream is for one sample, not for 2.", TestName = "A_stream_of_two_samples")]
    [TestCase("text-to-video --prompt x --stream --json", "which --json needs", TestName = "A_stream_and_an_answer")]
    [TestCase("text-to-image --prompt x --stream", "'text-to-image' makes one picture.", TestName = "A_stream_of_one_picture")]
    [TestCase("audio-video-continuation --image CLIP --audio CLIP --stream", "makes pictures and sound", TestName = "A_stream_of_both")]
    [TestCase("--again nothing.json -o a.mp4", "nothing.json", TestName = "A_record_that_is_not_there")]
    public void Is_refused(string arguments, string message)
    {
        string[] words = [.. arguments.Split(' ').Select(word => word switch
        {
            "CLIP" => TestFiles.Clip,
            "NOTHING" => TestFiles.PathOf("nothing.mp4"),
            "NOISE" => Noise(),
            _ => word,
        })];
        Refused(message, ["--model", TestFiles.Model, .. words]);
    }

    [Test]
    public void Everything_is_said_at_once()
    {
        var result = Refused(
            "'image-to-video' needs --image.",
            "image-to-video", "--prompt", "x", "--video", TestFiles.Clip, "--guidance", "-1", "--model", TestFiles.Model, "-o", "no/a.wav");
        foreach (var more in new[] { "takes no --video", "guidance must be from 0 to 100", "makes no such file" })
            Assert.That(result.Error, Does.Contain(more));
        Assert.That(result.Error.Split('\n'), Has.Length.EqualTo(4));
    }

    [Test]
    public void A_prompt_as_long_as_a_book_is_refused() => Refused(
        "the prompt has 130000 characters, and 4000 are allowed.",
        "text-to-video", "--model", TestFiles.Model, "--prompt", new string('a', 130_000), "-o", "a.mp4");

    [Test]
    public void A_model_without_the_tasks_token_is_refused()
    {
        var tasks = new[] { "text-to-video" };
        var model = SmallModel.Write(TestFiles.NewFolder(), tasks);
        Refused("was not trained on 'video-to-audio'", "video-to-audio", "--model", model, "--video", TestFiles.Clip, "-o", "a.wav");
    }

    [TestCase("--model elsewhere", "unknown model 'elsewhere'")]
    [TestCase("--model .", "is no language model")]
    public void A_missing_model_is_refused(string model, string message) => Refused(
        message, [.. model.Split(' ', StringSplitOptions.RemoveEmptyEntries), "text-to-video", "--prompt", "x", "-o", "a.mp4"]);

    [Test]
    public void A_program_whose_own_model_is_missing_says_where_it_should_be()
    {
        using var running = Host.Start(
            _folder, [("VIDEOPOET_MODELS", TestFiles.PathOf("no-models"))], "generate", "text-to-video", "--prompt", "x", "--seconds", "-2",
            "--guidance", "NaN", "-o", "a.mp4");
        var result = running.Wait();
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(
            result.Error,
            Does.Contain("the model 'mini' should come with the program, and is not there: '").And.Contains("no-models/mini' does not exist")
                .And.Contains("seconds must be above 0").And.Contains("guidance must be from 0 to 100, found NaN."), "in the same breath");
    }

    private static string Noise()
    {
        var file = TestFiles.PathOf("noise.mp4");
        var bytes = new byte[10_000];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private HostResult Refused(string message, params string[] arguments)
    {
        var result = Host.Run(_folder, ["generate", .. arguments]);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(message).And.Not.Contains("Exception"));
        Assert.That(result.Output, Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
        return result;
    }
}
