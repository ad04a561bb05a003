using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace VideoPoet.Inference;

/// <summary>
/// Traces and measures generations by the semantic conventions of OpenTelemetry for generative AI (<c>gen_ai.*</c>). Prompts are recorded only when
/// the environment says <c>OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=true</c>.
/// </summary>
public sealed class OpenTelemetryVideoGenerator : DelegatingVideoGenerator
{
    /// <summary>The name of the source of traces and of the meter, unless another is chosen.</summary>
    public const string DefaultSourceName = "VideoPoet.Inference";

    private const string CaptureVariable = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT";
    private const string Operation = "generate_content";

    private readonly ActivitySource _source;
    private readonly Meter _meter;
    private readonly Histogram<double> _duration, _firstFrame;
    private readonly Histogram<long> _tokens;
    private readonly VideoGeneratorMetadata? _metadata;

    /// <summary>Begins to trace and measure.</summary>
    /// <param name="innerGenerator">Generates.</param>
    /// <param name="sourceName">The name of the source of traces and of the meter.</param>
    public OpenTelemetryVideoGenerator(IVideoGenerator innerGenerator, string sourceName = DefaultSourceName) : base(innerGenerator)
    {
        (_source, _meter) = (new(sourceName), new(sourceName));
        _duration = _meter.CreateHistogram<double>("gen_ai.client.operation.duration", "s", "The time of a generation.");
        _firstFrame = _meter.CreateHistogram<double>(
            "gen_ai.client.operation.time_to_first_chunk", "s", "The time until the first frames, or the first sound, are there.");
        _tokens = _meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "Tokens of prefixes and tokens decoded.");
        _metadata = innerGenerator.GetService<VideoGeneratorMetadata>();
        var capture = Environment.GetEnvironmentVariable(CaptureVariable);
        CapturesContent = string.Equals(capture, "true", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether prompts are recorded.</summary>
    public bool CapturesContent { get; init; }

    /// <inheritdoc/>
    public override Task<VideoGenerationResponse> GenerateAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        // By its parts, for the first frame is measured.
        GenerateStreamingAsync(request, options, cancellationToken).ToResponseAsync(cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<VideoGenerationUpdate> GenerateStreamingAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tags = Tags(request);
        using var activity = Start(request, tags);
        var started = Stopwatch.GetTimestamp();
        var updates = base.GenerateStreamingAsync(request, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = updates.ConfigureAwait(false);
        Exception? failure = null;
        var isFirst = true;
        long input = 0, output = 0;
        try
        {
            while (true)
            {
                try
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                        break;
                }
                catch (Exception exception)
                {
                    failure = exception;
                    throw;
                }
                var update = updates.Current;
                if (isFirst && (update.Frames is not null || update.Sound is not null))
                {
                    isFirst = false;
                    _firstFrame.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
                }
                output = update.Progress.Tokens;
                input += update.Tokens?.Layout.PrefixLength ?? 0;
                Describe(activity, update.Record);
                yield return update;
            }
        }
        finally
        {
            End(activity, tags, started, input, output, failure);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
            _meter.Dispose();
        }
        base.Dispose(disposing);
    }

    private TagList Tags(VideoGenerationRequest request) => new()
    {
        { "gen_ai.operation.name", Operation },
        { "gen_ai.provider.name", _metadata?.ProviderName },
        { "gen_ai.request.model", _metadata?.ModelId },
        { "videopoet.task", request.Task },
    };

    private Activity? Start(VideoGenerationRequest request, TagList tags)
    {
        var activity = _source.StartActivity($"{Operation} {_metadata?.ModelId}".TrimEnd(), ActivityKind.Internal);
        if (activity is null)
            return null;
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        if (CapturesContent && request.Prompt is not null)
            activity.SetTag("gen_ai.input.messages", request.Prompt);
        return activity;
    }

    private static void Describe(Activity? activity, GenerationRecord? record)
    {
        if (activity is null || record is null)
            return;
        activity.SetTag("gen_ai.request.seed", record.Options.Seed);
        activity.SetTag("gen_ai.request.choice.count", record.Options.Count);
        activity.SetTag("gen_ai.request.temperature", record.Options.Temperature);
        activity.SetTag("gen_ai.request.top_k", record.Options.TopK);
        activity.SetTag("gen_ai.request.top_p", record.Options.TopP);
        activity.SetTag("videopoet.format", record.Format.Name);
        activity.SetTag("videopoet.guidance", record.Options.Guidance);
    }

    private void End(Activity? activity, TagList tags, long started, long input, long output, Exception? failure)
    {
        var ended = tags;
        if (failure is not null)
            ended.Add("error.type", failure.GetType().FullName);
        _duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, ended);
        Count("input", input);
        Count("output", output);
        if (failure is not null)
            activity?.SetTag("error.type", failure.GetType().FullName).SetStatus(ActivityStatusCode.Error, failure.Message);
        activity?.SetTag("gen_ai.usage.input_tokens", input).SetTag("gen_ai.usage.output_tokens", output);

        void Count(string kind, long count)
        {
            if (count == 0)
                return;
            var counted = tags;
            counted.Add("gen_ai.token.type", kind);
            _tokens.Record(count, counted);
        }
    }
}
