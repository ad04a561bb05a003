using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using VideoPoet.Core;

namespace VideoPoet.Inference.Tests.Generation;

public sealed class DecoratorTests
{
    private static readonly VideoGenerationRequest s_cat = new("text-to-video") { Prompt = "a cat of glass" };

    [Test]
    public async Task The_same_request_is_generated_once()
    {
        using var counting = new Counting(SmallModel.Open());
        using var generator = counting.AsBuilder().UseCaching().Build();
        var first = await generator.GenerateAsync(s_cat, new() { Seed = 1 });
        var again = await generator.GenerateAsync(s_cat, new() { Seed = 1 });
        Assert.That((counting.Count, again.Frames!.SameAs(first.Frames)), Is.EqualTo((1, true)));
        await generator.GenerateAsync(s_cat, new() { Seed = 2 });
        await generator.GenerateAsync(s_cat with { Prompt = "a dog" }, new() { Seed = 1 });
        await generator.GenerateAsync(s_cat, new() { Seed = 1, TopK = 5 });
        await generator.GenerateAsync(s_cat);
        await generator.GenerateAsync(s_cat);
        Assert.That(counting.Count, Is.EqualTo(6), "Each differs in something, or has no seed.");
    }

    [Test]
    public async Task Other_pixels_in_the_same_file_are_another_request()
    {
        using var counting = new Counting(SmallModel.Open());
        using var generator = counting.AsBuilder().UseCaching().Build();
        var file = Path.Join(TestFolders.New(), "image.png");
        foreach (var seed in (int[])[1, 2])
        {
            await VideoPoet.Media.MediaWriter.WritePictureAsync(file, Drawn.Video(1, seed: seed).Frames);
            foreach (MediaSource source in (MediaSource[])[file, new MemoryStream(File.ReadAllBytes(file))])
                await generator.GenerateAsync(new("image-to-video") { Media = { [MediaRole.FirstFrame] = source } }, new() { Seed = 1 });
        }
        Assert.That(counting.Count, Is.EqualTo(2), "A file and a stream of the same pixels are the same.");
    }

    [Test]
    public async Task The_end_of_a_stream_is_not_its_beginning()
    {
        using var plain = SmallModel.Open();
        using var generator = SmallModel.Open().AsBuilder().UseCaching().Build();
        var file = Path.Join(TestFolders.New(), "given.mp4");
        await VideoPoet.Media.MediaWriter.WriteAsync(file, new VideoPoet.Media.MediaClip(Drawn.Video(30)));
        var bytes = await File.ReadAllBytesAsync(file);
        var fromStream = await generator.GenerateAsync(Asked(new MemoryStream(bytes)), new() { Seed = 1 });
        var fromBytes = await plain.GenerateAsync(Asked(bytes), new() { Seed = 1 });
        Assert.That(fromStream.Frames!.SameAs(fromBytes.Frames), Is.True);

        static VideoGenerationRequest Asked(MediaSource source) => new("frame-prediction")
        {
            Parameters = TaskParameters.None.With("frames", 9),
            Media = { [MediaRole.Video] = source with { FromEnd = true } },
        };
    }

    [Test]
    public async Task A_stream_that_is_too_long_to_be_kept_is_refused()
    {
        using var generator = SmallModel.Open(options => options.Limits.Media = new() { FileBytes = 1_000 }).AsBuilder().UseCaching().Build();
        var request = new VideoGenerationRequest("image-to-video") { Media = { [MediaRole.FirstFrame] = new MemoryStream(new byte[2_000]) } };
        var exception = await Assert.ThrowsAsync<VideoGenerationException>(() => generator.GenerateAsync(request, new() { Seed = 1 }));
        Assert.That(exception!.Message, Does.Contain("has more than the 1000 bytes that are allowed"));
    }

    [Test]
    public async Task A_cache_that_is_full_forgets_what_was_used_longest_ago()
    {
        using var counting = new Counting(SmallModel.Open());
        // One video of 9 frames of 16 × 16 pixels and its tokens take between 7,000 and 8,000 bytes.
        using var generator = counting.AsBuilder().UseCaching(16_000).Build();
        foreach (var seed in (int[])[1, 2, 1, 3, 1, 2])
            await generator.GenerateAsync(s_cat, new() { Seed = seed });
        Assert.That(counting.Count, Is.EqualTo(4), "1, 2, 3, and 2 again.");
    }

    [Test]
    public async Task A_generation_is_traced_and_measured_by_the_conventions_and_without_its_prompt()
    {
        using var recorded = new Recorded();
        using var generator = SmallModel.Open().AsBuilder().UseOpenTelemetry(recorded.Source).Build();
        await generator.GenerateAsync(s_cat, new() { Seed = 7, Count = 2 });
        var activity = recorded.Activities.Single();
        Assert.That(activity.DisplayName, Is.EqualTo($"generate_content {SmallModel.Folder}"));
        Assert.That(activity.GetTagItem("gen_ai.operation.name"), Is.EqualTo("generate_content"));
        Assert.That(activity.GetTagItem("gen_ai.request.seed"), Is.EqualTo(7L));
        Assert.That(activity.GetTagItem("gen_ai.usage.output_tokens"), Is.EqualTo(2L * 15));
        Assert.That(activity.TagObjects.Select(tag => $"{tag.Value}"), Has.None.Contains("glass"));
        Assert.That(recorded.Names.Distinct().Order(), Is.EqualTo(new[]
        {
            "gen_ai.client.operation.duration", "gen_ai.client.operation.time_to_first_chunk", "gen_ai.client.token.usage",
        }));
    }

    [Test]
    public async Task A_generation_that_is_refused_is_traced_with_its_error()
    {
        using var recorded = new Recorded();
        using var generator = SmallModel.Open().AsBuilder().UseOpenTelemetry(recorded.Source).Build();
        await Assert.ThrowsAsync<VideoGenerationException>(() => generator.GenerateAsync(new("text-to-video")));
        Assert.That(recorded.Activities.Single().Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(recorded.Activities.Single().GetTagItem("error.type"), Is.EqualTo(typeof(VideoGenerationException).FullName));
    }

    [Test]
    public async Task A_prompt_is_recorded_where_the_environment_says_so()
    {
        using var recorded = new Recorded();
        using var generator = new OpenTelemetryVideoGenerator(SmallModel.Open(), recorded.Source) { CapturesContent = true };
        await generator.GenerateAsync(s_cat, new() { Seed = 7 });
        Assert.That(recorded.Activities.Single().GetTagItem("gen_ai.input.messages"), Is.EqualTo("a cat of glass"));
    }

    [Test]
    public async Task What_is_generated_and_what_is_refused_is_logged_without_the_prompt()
    {
        using var log = new LogLines();
        using var generator = SmallModel.Open().AsBuilder().UseLogging(log).Build();
        await generator.GenerateAsync(s_cat, new() { Seed = 1 });
        await Assert.ThrowsAsync<VideoGenerationException>(() => generator.GenerateAsync(new("text-to-video")));
        Assert.That(log.Lines, Has.Some.Match("Information: 'text-to-video' took .* s for 15 tokens"));
        Assert.That(log.Lines, Has.Some.Contains("Warning: 'text-to-video' was refused: 'text-to-video' needs a prompt."));
        Assert.That(log.Lines.Where(line => line.Contains("glass")), Has.All.StartsWith("Trace"));
    }

    [Test]
    public void The_decorator_that_was_added_first_is_the_outermost()
    {
        using var generator = new VideoGeneratorBuilder(SmallModel.Open())
            .Use(inner => new Named(inner, "outer")).Use(inner => new Named(inner, "inner")).Build();
        Assert.That(generator.GetService<Named>()!.Name, Is.EqualTo("outer"));
        Assert.That(generator.GetService<GenerationModel>(), Is.Not.Null);
    }

    private sealed class Named(IVideoGenerator inner, string name) : DelegatingVideoGenerator(inner)
    {
        public string Name => name;
    }

    private sealed class Counting(IVideoGenerator inner) : DelegatingVideoGenerator(inner)
    {
        public int Count { get; private set; }

        public override IAsyncEnumerable<VideoGenerationUpdate> GenerateStreamingAsync(
            VideoGenerationRequest request, VideoGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.GenerateStreamingAsync(request, options, cancellationToken);
        }
    }

    private sealed class Recorded : IDisposable
    {
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters = new();

        public Recorded()
        {
            _activities = new()
            {
                ShouldListenTo = source => source.Name == Source,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Activities.Add,
            };
            ActivitySource.AddActivityListener(_activities);
            _meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Source)
                    listener.EnableMeasurementEvents(instrument);
            };
            _meters.SetMeasurementEventCallback<double>((instrument, _, _, _) => Names.Add(instrument.Name));
            _meters.SetMeasurementEventCallback<long>((instrument, _, _, _) => Names.Add(instrument.Name));
            _meters.Start();
        }

        public string Source { get; } = $"test {Guid.NewGuid():N}";

        public List<Activity> Activities { get; } = [];

        public List<string> Names { get; } = [];

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }
    }

    private sealed class LogLines : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
