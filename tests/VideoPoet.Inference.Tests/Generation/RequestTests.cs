using VideoPoet.Core;

namespace VideoPoet.Inference.Tests.Generation;

/// <summary>What cannot be fulfilled is refused before anything is loaded, all reasons at once, a message each.</summary>
public sealed class RequestTests
{
    private VideoPoetGenerator _generator = null!;

    [OneTimeSetUp]
    public void Open() => _generator = SmallModel.Open();

    [OneTimeTearDown]
    public void Close() => _generator.Dispose();

    [Test]
    public void A_task_that_nobody_brings_is_named_with_the_one_that_was_meant() =>
        AssertRefused(new("text-to-vidoe") { Prompt = "a cat" }, new(), "unknown task 'text-to-vidoe'. Did you mean 'text-to-video'?");

    [Test]
    public void A_missing_image_is_asked_for() =>
        AssertRefused(new("image-to-video"), new(), "'image-to-video' needs the first frame: an image, or a video of which the first picture is taken.");

    [Test]
    public void A_missing_prompt_is_asked_for_where_nothing_else_says_what_to_make() =>
        AssertRefused(new("text-to-video"), new(), "'text-to-video' needs a prompt.");

    [Test]
    public void What_a_task_does_not_take_is_not_ignored() => AssertRefused(
        new("unconditional-video") { Prompt = "a cat", Media = { [MediaRole.Sound] = "cat.wav" } },
        new(),
        "'unconditional-video' takes no prompt. Leave it out.",
        "'unconditional-video' takes no sound. Leave it out.");

    [Test]
    public void A_prompt_of_a_megabyte_is_refused_by_its_length() => AssertRefused(
        new("text-to-video") { Prompt = new('a', 1 << 20) },
        new(),
        "the prompt has 1048576 characters, and 4000 are allowed. A model reads 64 pieces of it; shorten it.");

    [Test]
    public void All_numbers_out_of_range_are_reported_together() => AssertRefused(
        new("text-to-video") { Prompt = "a cat" },
        new() { Guidance = double.NaN, Temperature = -1, TopP = 0, TopK = 0, Count = 0, Seconds = -2 },
        "guidance must be from 0 to 100, found NaN.",
        "temperature must be from 0 to 100, found -1.",
        "top-p must be above 0 and at most 1, found 0.",
        "top-k must be at least 1, found 0.",
        "samples must be from 1 to 16, found 0.",
        "seconds must be above 0 and at most 3600, found -2.");

    [TestCase("tiny-image", "'text-to-video' does not support the format")]
    [TestCase("square-17", "was not trained on 'text-to-video' in square-17")]
    [TestCase("65x64x17", "width must be a positive multiple of 8 pixels")]
    [TestCase("64x64x16", "a number of frames must be 1 + 4k")]
    [TestCase("tiny-18", "unknown format 'tiny-18'")]
    public void A_format_that_the_model_cannot_make_is_refused_with_those_that_it_can(string format, string expected)
    {
        var problem = Refused(new("text-to-video") { Prompt = "a cat" }, new() { Format = format }).Single();
        Assert.That(problem, Does.Contain(expected).And.Contain("tiny-9 (16×16, 9 frames)"));
    }

    [Test]
    public void A_wrong_parameter_is_named_with_what_would_be_right() => AssertRefused(
        new("inpainting") { Parameters = TaskParameters.None.With("mask", "round"), Media = { [MediaRole.Video] = Drawn.Video(9) } },
        new(),
        "the parameter 'mask' must be one of central, dynamic, horizontal, vertical, found 'round'.");

    [Test]
    public void A_view_that_no_plugin_computes_is_missed_before_anything_begins() => AssertRefused(
        new("stylization") { Prompt = "in oil", Media = { [MediaRole.Video] = Drawn.Video(9) } },
        new(),
        "'stylization': no plugin computes the view 'flow-depth'. Computed views: masked-video.");

    [Test]
    public void A_negative_prompt_without_guidance_changes_nothing_and_is_refused() => AssertRefused(
        new("text-to-video") { Prompt = "a cat" },
        new() { NegativePrompt = "blurred" },
        "a negative prompt changes nothing without guidance: choose a guidance other than 1, such as 3.");

    [Test]
    public void Guidance_without_a_prompt_to_leave_out_is_refused()
    {
        var problem = Refused(new("unconditional-video"), new() { Guidance = 3, Format = "tiny-9" }).Single();
        Assert.That(problem, Does.Contain("this request of 'unconditional-video' has none. Use guidance 1."));
    }

    [Test]
    public void Guidance_that_the_model_was_not_trained_for_is_refused()
    {
        using var generator = Trained("text-to-video", "inpainting");
        var request = new VideoGenerationRequest("inpainting") { Media = { [MediaRole.Video] = Drawn.Video(9) } };
        Assert.That(Refused(generator, request with { Prompt = "a cat" }, new() { Guidance = 3 }), Is.Empty);
        var problem = Refused(generator, request with { Prompt = "a cat", Task = "outpainting" }, new() { Guidance = 3 }).Single();
        Assert.That(problem, Does.Contain("was not trained on 'outpainting'"));
    }

    [Test]
    public void A_model_that_was_not_trained_on_a_task_says_on_what_it_was()
    {
        using var generator = Trained("text-to-image");
        var problem = Refused(generator, new("text-to-video") { Prompt = "a cat" }, new()).Single();
        Assert.That(problem, Does.Contain("was not trained on 'text-to-video' with text. It was trained on text-to-image() in tiny-image"));
    }

    [Test]
    public void A_model_without_the_token_of_a_task_is_refused()
    {
        var catalog = new TaskCatalog([.. SmallModel.Catalog.Tasks, new("depth-map", new DepthMap())], SmallModel.Catalog.Views);
        using var generator = new VideoPoetGenerator(new() { Model = SmallModel.Folder, Catalog = catalog });
        var problem = Refused(generator, new("depth-map") { Media = { [MediaRole.Video] = Drawn.Video(9) } }, new()).Single();
        Assert.That(problem, Does.Contain("does not know 'depth-map': its vocabulary has no token 'task:depth'"));
    }

    [Test]
    public void Sound_cannot_be_made_longer_than_a_sequence()
    {
        var problem = Refused(new("video-to-audio") { Media = { [MediaRole.Video] = Drawn.Video(9) } }, new() { Seconds = 5 }).Single();
        Assert.That(problem, Does.Contain("only pictures without sound can be made longer"));
    }

    [Test]
    public async Task Media_that_cannot_be_read_are_all_named()
    {
        var folder = TestFolders.New();
        var broken = Path.Join(folder, "broken.mp4");
        File.WriteAllText(broken, "this is no video");
        var request = new VideoGenerationRequest("inpainting")
        {
            Media = { [MediaRole.Video] = broken, [MediaRole.Mask] = Path.Join(folder, "absent.png") },
        };
        var exception = await Assert.ThrowsAsync<VideoGenerationException>(() => _generator.GenerateAsync(request));
        Assert.That(exception!.Problems, Has.Count.EqualTo(2));
        Assert.That(exception.Problems, Has.Some.Contains("broken.mp4").And.Some.Contains("absent.png"));
    }

    [Test]
    public async Task A_clip_that_is_too_short_is_refused_with_its_length()
    {
        var request = new VideoGenerationRequest("inpainting") { Media = { [MediaRole.Video] = Drawn.Video(5) } };
        var exception = await Assert.ThrowsAsync<VideoGenerationException>(() => _generator.GenerateAsync(request));
        Assert.That(
            exception!.Problems.Single(),
            Is.EqualTo("the video cannot be taken: the clip has 5 frames at 8 a second, and 9 at 8 frames a second are needed."));
    }

    [Test]
    public async Task Bytes_that_are_no_picture_are_called_by_their_role()
    {
        var request = new VideoGenerationRequest("image-to-video") { Media = { [MediaRole.FirstFrame] = new byte[] { 1, 2, 3 } } };
        var exception = await Assert.ThrowsAsync<VideoGenerationException>(() => _generator.GenerateAsync(request));
        Assert.That(exception!.Problems.Single(), Does.StartWith("the first frame "));
        Assert.That(Directory.GetFiles(Path.GetTempPath(), "videopoet-*").Where(file => File.GetLastWriteTimeUtc(file) > DateTime.UtcNow.AddMinutes(-1)), Is.Empty);
    }

    private static VideoPoetGenerator Trained(params string[] tasks) =>
        new(new() { Model = SmallModel.Write(TestFolders.New(), tasks), Catalog = SmallModel.Catalog });

    private void AssertRefused(VideoGenerationRequest request, VideoGenerationOptions options, params string[] problems) =>
        Assert.That(Refused(request, options), Is.EqualTo(problems));

    private IReadOnlyList<string> Refused(VideoGenerationRequest request, VideoGenerationOptions options) => Refused(_generator, request, options);

    private static IReadOnlyList<string> Refused(VideoPoetGenerator generator, VideoGenerationRequest request, VideoGenerationOptions options) =>
        generator.GetService<RequestCheck>()!.Problems(request, options);

    private sealed class DepthMap : IVideoTask
    {
        public TaskDefinition Define(TaskParameters parameters) => new()
        {
            Token = TaskToken.Named("depth"),
            Inputs = [Input.Visual(Views.WholeVideo)],
            Outputs = [Output.Visual(Views.WholeVideo)],
        };
    }
}
