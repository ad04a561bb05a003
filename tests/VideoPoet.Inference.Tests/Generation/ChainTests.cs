using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Inference.Tests.Generation;

public sealed class ChainTests
{
    private static readonly string s_ready = Path.Join(TestContext.CurrentContext.TestDirectory, "task-specs", "chains");

    private VideoPoetGenerator _generator = null!;

    [OneTimeSetUp]
    public void Open() => _generator = SmallModel.Open();

    [OneTimeTearDown]
    public void Close() => _generator.Dispose();

    [Test]
    public async Task Text_becomes_video_and_the_video_gets_its_sound()
    {
        var chain = Ready("text-to-audio-video");
        var response = await chain.GenerateAsync(_generator, new() { Prompt = "a cat", Options = new() { Seed = 4, Format = "tiny-9" } });
        var video = await _generator.GenerateAsync(new("text-to-video") { Prompt = "a cat" }, new() { Seed = 4, Format = "tiny-9" });
        Assert.That(response.Steps, Has.Count.EqualTo(2));
        Assert.That(response.Result.Frames!.SameAs(video.Frames), Is.True);
        Assert.That(response.Result.Sound, Is.Not.Null);
    }

    [Test]
    public async Task A_chain_can_be_built_step_by_step_and_streamed()
    {
        var chain = VideoChain.Begin(new("text-to-image") { Adjust = shared => shared with { Seed = 1 } })
            .Then(new("image-to-video") { Prompt = "it moves", Adjust = shared => shared with { Seed = 2, Format = "tiny-17" } });
        var request = new VideoChainRequest { Prompt = "a cat" };
        var response = await chain.GenerateAsync(_generator, request);
        Assert.That(response.Result.Frames!.Leading(1).SameAs(response.Steps[0].Frames), Is.True);
        Assert.That(response.Result.Record.Prompt, Is.EqualTo("it moves"));
        var parts = new List<VideoChainUpdate>();
        await foreach (var part in chain.GenerateStreamingAsync(_generator, request))
            parts.Add(part);
        Assert.That(parts.Select(part => part.Title).Distinct(), Is.EqualTo(new[] { "text-to-image", "image-to-video" }));
        Assert.That(parts.Where(part => part.Step == 1).Sum(part => part.Update.Frames?.Count ?? 0), Is.EqualTo(17));
    }

    [TestCase("animate-and-stylize", MediaRole.FirstFrame, 1)]
    [TestCase("outpaint-and-stylize", MediaRole.Video, 9)]
    public async Task Stylization_is_refused_before_anything_is_generated_while_nobody_computes_its_view(string name, MediaRole role, int frames)
    {
        var request = new VideoChainRequest
        {
            Prompt = "in oil", Media = { [role] = Drawn.Video(frames) }, Options = new() { Format = "tiny-9", Seed = 1 },
        };
        var seen = 0;
        var exception = await Assert.ThrowsAsync<VideoGenerationException>(() => Ready(name).GenerateAsync(_generator, request, _ => seen++));
        Assert.That(exception!.Problems, Is.EqualTo(new[]
        {
            "step 2, 'stylize': 'stylization': no plugin computes the view 'flow-depth'. Computed views: masked-video.",
        }));
        Assert.That(seen, Is.Zero);
    }

    [Test]
    public void What_no_step_before_leaves_is_missed()
    {
        var chain = VideoChain.Begin(new("text-to-video")).Then(new("audio-to-video"));
        Assert.That(chain.Problems(_generator, new() { Prompt = "a cat" }), Is.EqualTo(new[]
        {
            "step 2, 'audio-to-video': 'audio-to-video' needs a sound, or a video with sound.",
        }));
    }

    [Test]
    public void A_step_that_takes_more_frames_than_the_one_before_leaves_is_refused_before_anything_is_generated()
    {
        var request = new VideoChainRequest { Prompt = "a cat", Options = new() { Format = "tiny-9", Seconds = 0.5 } };
        Assert.That(Ready("text-to-audio-video").Problems(_generator, request), Is.EqualTo(new[]
        {
            "step 2, 'video-to-audio': takes 9 frames of the clip before it, which has 4. Make that one longer, or choose a shorter format here.",
        }));
        var image = VideoChain.Begin(new("text-to-image")).Then(new("video-to-audio"));
        Assert.That(image.Problems(_generator, new() { Prompt = "a cat" }), Has.One.Contains("of the clip before it, which has 1."));
    }

    [Test]
    public async Task What_is_said_of_guidance_for_all_steps_holds_of_those_with_a_prompt()
    {
        var options = new VideoGenerationOptions { Seed = 4, Format = "tiny-9", Guidance = 3 };
        var response = await Ready("text-to-audio-video").GenerateAsync(_generator, new() { Prompt = "a cat", Options = options });
        Assert.That(response.Steps.Select(step => step.Record.Options.Guidance), Is.EqualTo(new[] { 3.0, 1.0 }));
        var without = VideoChain.Begin(new("outpainting")).Then(new("video-to-audio"));
        Assert.That(
            without.Problems(_generator, new() { Media = { [MediaRole.Video] = Drawn.Video(9) }, Options = options }),
            Is.EqualTo(new[] { "no step of the chain has a prompt that guidance could follow. Use guidance 1." }));
    }

    [Test]
    public async Task A_step_of_a_file_changes_what_it_names_and_leaves_the_rest()
    {
        var chain = VideoChain.Of(new() { Steps = [new() { Task = "text-to-video", Temperature = 0.5 }] });
        var shared = new VideoGenerationOptions { Seed = 4, Format = "tiny-9", TopK = 7, Resamples = 1 };
        var response = await chain.GenerateAsync(_generator, new() { Prompt = "a cat", Options = shared });
        Assert.That(response.Result.Record.Options, Is.EqualTo(shared with { Temperature = 0.5 }));
    }

    [Test]
    public void A_prompt_for_a_step_that_is_not_there_is_reported()
    {
        var request = new VideoChainRequest { Prompt = "a cat", Prompts = new Dictionary<string, string> { ["text-to-vidoe"] = "a dog" } };
        Assert.That(
            VideoChain.Begin(new("text-to-video")).Problems(_generator, request),
            Is.EqualTo(new[] { "unknown step 'text-to-vidoe'. Did you mean 'text-to-video'?" }));
    }

    [Test]
    public void Every_ready_chain_can_be_read() =>
        Assert.That(Directory.GetFiles(s_ready, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(), Is.EqualTo(new[]
        {
            "animate-and-stylize", "outpaint-and-stylize", "text-to-audio-video",
        }).And.All.Matches<string>(name => Ready(name!).Steps.Count == 2));

    private static VideoChain Ready(string name) => VideoChain.Of(new SpecReader(SmallModel.Catalog).ReadChain(Path.Join(s_ready, $"{name}.yaml")));
}
