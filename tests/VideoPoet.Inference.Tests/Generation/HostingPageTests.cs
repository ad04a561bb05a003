using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Tests;

namespace VideoPoet.Inference.Tests.Generation;

/// <summary>Runs what docs/hosting.md shows, in a folder with the files that it names and a model <c>mini</c>.</summary>
[NonParallelizable]
public sealed class HostingPageTests
{
    private static readonly string s_plugins = Path.Join(AppContext.BaseDirectory, "plugins");

    private string _before = "";

    [OneTimeSetUp]
    public async Task Prepare()
    {
        _before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = TestFolders.New();
        SmallModel.Write(Directory.CreateDirectory("mini").FullName);
        await MediaWriter.WritePictureAsync("ball.png", Drawn.Video(1).Frames);
        await MediaWriter.WriteAsync("walk.mp4", new MediaClip(Drawn.Video(20)));
        foreach (var assembly in SmallModel.TaskAssemblies)
        {
            var name = assembly.GetName().Name!;
            File.Copy(assembly.Location, Path.Join(Directory.CreateDirectory(Path.Join(s_plugins, name)).FullName, $"{name}.dll"), overwrite: true);
        }
    }

    [OneTimeTearDown]
    public void Leave()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(s_plugins, recursive: true);
    }

    [Test]
    public void The_page_shows_what_is_run_here() => Page.CheckCode("hosting.md");

    [Test]
    public async Task Three_lines_generate()
    {
        #region Without a container
        using var generator = VideoPoetGenerator.Create(options => options.Model = "mini");
        var video = await generator.GenerateAsync(new("text-to-video") { Prompt = "a red ball bounces on a blue floor" });
        await video.SaveAsync("ball.mp4");
        #endregion

        Assert.That((await MediaReader.ProbeAsync("ball.mp4")).Video!.Size, Is.EqualTo(new FrameSize(16, 16)));
    }

    [Test]
    public async Task A_container_gives_what_its_configuration_says()
    {
        var builder = new
        {
            Services = new ServiceCollection(),
            Configuration = new ConfigurationBuilder().AddInMemoryCollection([new("VideoPoet:Model", "mini")]).Build(),
        };

        #region With a container
        builder.Services.AddVideoPoet(builder.Configuration.GetSection("VideoPoet")).UseLogging().UseOpenTelemetry().UseCaching();
        builder.Services.AddKeyedVideoPoet("large", options => options.Model = "/models/large");
        #endregion

        await using var provider = builder.Services.BuildServiceProvider();
        Assert.That(provider.GetRequiredService<IVideoGenerator>().GetService<VideoGeneratorMetadata>()!.ModelId, Is.EqualTo("mini"));
        Assert.That(
            () => provider.GetRequiredKeyedService<IVideoGenerator>("large"),
            Throws.Exception.With.Message.Contains("/models/large"), "which this machine does not have");
    }

    [Test]
    public async Task A_request_is_fulfilled_as_it_says()
    {
        using var generator = VideoPoetGenerator.Create(options => options.Model = "mini");

        #region A request
        var video = await generator.GenerateAsync(
            new("image-to-video") { Prompt = "the ball rolls left", Media = { [MediaRole.FirstFrame] = "ball.png" } },
            new() { Seconds = 2, Guidance = 3, Seed = 7, Count = 4 });
        #endregion

        Assert.That((video.Samples.Count, video.Frames!.Count), Is.EqualTo((4, 16)));
    }

    [Test]
    public async Task Frames_come_as_they_are_generated()
    {
        using var generator = VideoPoetGenerator.Create(options => options.Model = "mini");
        var (request, options) = (new VideoGenerationRequest("text-to-video") { Prompt = "a ball" }, new VideoGenerationOptions());
        var (viewer, cancellationToken) = (new Viewer(), CancellationToken.None);

        #region As it is generated
        await foreach (var part in generator.GenerateStreamingAsync(request, options, cancellationToken))
        {
            Console.Error.Write($"\r{part.Progress.Percent:0} % {part.Progress.TokensPerSecond:0} tokens/s");
            if (part.Frames is { } frames)
                await viewer.ShowAsync(frames);
        }
        #endregion

        Assert.That(viewer.Shown, Is.EqualTo(9));
    }

    [Test]
    public async Task A_video_goes_on_from_its_last_second()
    {
        using var generator = VideoPoetGenerator.Create(options => options.Model = "mini");

        #region Longer
        var video = await generator.GenerateAsync(new("frame-prediction")
        {
            Parameters = TaskParameters.None.With("frames", 9),
            Media = { [MediaRole.Video] = MediaSource.FromFile("walk.mp4") with { FromEnd = true } },
        });
        #endregion

        Assert.That(video.Frames!.Count, Is.EqualTo(17));
    }

    [Test]
    public async Task A_chain_is_put_together_in_code()
    {
        using var generator = VideoPoetGenerator.Create(options => options.Model = "mini");

        #region Chain
        var chain = VideoChain.Begin(new("text-to-video")).Then(new("video-to-audio"));
        var response = await chain.GenerateAsync(generator, new() { Prompt = "rain on a tin roof" });
        await response.Result.SaveAsync("rain.mp4");
        #endregion

        Assert.That((await MediaReader.ProbeAsync("rain.mp4")).Sound, Is.Not.Null);
    }

    private sealed class Viewer
    {
        public int Shown { get; private set; }

        public Task ShowAsync(PixelFrames frames)
        {
            Shown += frames.Count;
            return Task.CompletedTask;
        }
    }
}
