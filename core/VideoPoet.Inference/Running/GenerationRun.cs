using System.Diagnostics;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using static TorchSharp.torch;

namespace VideoPoet.Inference;

/// <summary>One generation from its conditions to its last frame, on the thread that calls it.</summary>
/// <param name="model">The weights.</param>
/// <param name="catalog">Computes views.</param>
/// <param name="plan">What is generated.</param>
/// <param name="media">What the request supplies.</param>
/// <param name="memory">What may be taken.</param>
/// <param name="emit">Takes each part; it may block until somebody has room for it.</param>
internal sealed class GenerationRun(
    LoadedModel model, TaskCatalog catalog, GenerationPlan plan, ConditionMedia media, MemoryForecast memory, Action<VideoGenerationUpdate> emit)
{
    private static readonly TimeSpan s_betweenReports = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _clock = new();
    private TimeSpan _reported;
    private long _tokens;
    private int _frames;

    private int FramesInAll => plan.Layout.VisualOutput is null ? 0 : plan.Frames;

    /// <summary>Generates.</summary>
    /// <param name="record">What decides the output.</param>
    /// <param name="cancellationToken">Cancels before the next step.</param>
    /// <exception cref="VideoGenerationException">What the request supplies cannot be used, or there is too little memory.</exception>
    public void Run(GenerationRecord record, CancellationToken cancellationToken)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        emit(new() { Progress = Progress(VideoGenerationStatus.Preparing), Record = record });
        var kept = new KeptParts(plan.Definition, media, catalog);
        var samples = Enumerable.Range(0, plan.Options.Count).Select(sample => new SampleOutput(sample, plan, kept)).ToArray();
        Decode(FirstRequest(), plan.Layout, samples, skip: 0, cancellationToken);
        for (var window = 1; window < plan.Windows; window++)
        {
            foreach (var sample in samples)
                Extend(sample, window, cancellationToken);
        }
        foreach (var sample in samples)
            EmitGiven(sample);
        emit(new() { Progress = Progress(VideoGenerationStatus.Completed) });
    }

    private DecodingRequest FirstRequest()
    {
        var encoder = new ConditionEncoder(model, catalog, media);
        var request = plan.Request;
        var prompt = encoder.Encode(plan.Definition, plan.Layout, request.Prompt);
        var unguided = plan.Unguided is { } other ? encoder.Encode(plan.Definition, other, plan.Options.NegativePrompt) : null;
        var seeds = Enumerable.Range(0, plan.Options.Count).Select(sample => unchecked(plan.Options.Seed!.Value + sample));
        return new() { Prompt = prompt, Unguided = unguided, Sampling = Sampling(plan.Options), Seeds = seeds.ToValueList() };
    }

    private void Extend(SampleOutput sample, int window, CancellationToken cancellationToken)
    {
        var extension = plan.Extension!;
        var last = new ConditionMedia { Video = sample.Last(extension.Leading) };
        // The last second says how it goes on; there is no text to be guided by.
        var request = new DecodingRequest
        {
            Prompt = new ConditionEncoder(model, catalog, last).Encode(extension.Definition, extension.Layout, prompt: null),
            Sampling = Sampling(plan.Options) with { Guidance = 1 },
            Seeds = [Seeds.OfWindow(unchecked(plan.Options.Seed!.Value + sample.Number), window)],
        };
        Decode(request, extension.Layout, [sample], extension.Leading, cancellationToken);
    }

    private void Decode(DecodingRequest request, SequenceLayout layout, SampleOutput[] samples, int skip, CancellationToken cancellationToken)
    {
        using var scope = NewDisposeScope();
        cancellationToken.ThrowIfCancellationRequested();
        memory.Check(model, plan, request);
        try
        {
            using var session = Begin(request, cancellationToken);
            using var streams = new OutputStreams(model, layout, samples.Length);
            var before = _tokens;
            _clock.Start();
            while (true)
            {
                for (var index = 0; index < samples.Length; index++)
                    Emit(samples[index], streams, index, session.Ids(index), skip);
                if (session.IsComplete)
                    break;
                session.Step(cancellationToken);
                // A latent frame may be drawn again, and the position goes back.
                _tokens = before + (long)samples.Length * TargetsBefore(layout, session.Position);
                Report();
            }
            for (var index = 0; index < samples.Length; index++)
                Emit(samples[index], new() { Progress = Progress(), Tokens = TokensOf(session, layout, index) });
        }
        finally
        {
            request.Prompt.Text?.Dispose();
            request.Unguided?.Text?.Dispose();
        }
    }

    private static int TargetsBefore(SequenceLayout layout, int position) => layout.Segments.Where(segment => segment.IsOutput)
        .Sum(segment => Math.Clamp(position - segment.Start - segment.Given, 0, segment.Length - segment.Given));

    private IDecodingSession Begin(DecodingRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return model.Decoder.Begin(request, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            throw new VideoGenerationException(UserMessage.Of(exception), exception);
        }
    }

    private void Emit(SampleOutput sample, OutputStreams streams, int index, ReadOnlySpan<int> ids, int skip)
    {
        while (streams.Frames(index, ids) is { } frames)
        {
            if (sample.Take(frames, skip) is not { } part)
                continue;
            _frames = Math.Max(_frames, sample.Frames);
            Emit(sample, new() { Progress = Progress(), Frames = part });
        }
        while (streams.Sound(index, ids) is { } sound)
        {
            if (sample.Take(sound) is { } part)
                Emit(sample, new() { Progress = Progress(), Sound = part });
        }
    }

    private void EmitGiven(SampleOutput sample)
    {
        if (sample.Kept.WholeVideo is { } frames)
            Emit(sample, new() { Progress = Progress(), Frames = frames.Leading(Math.Min(frames.Count, plan.Frames)) });
        if (sample.Kept.WholeSound is { } sound)
            Emit(sample, new() { Progress = Progress(), Sound = sound.Leading(Math.Min(sound.Samples.Length, sample.SamplesInAll)) });
    }

    private void Emit(SampleOutput sample, VideoGenerationUpdate update) => emit(update with { Sample = sample.Number });

    private void Report()
    {
        if (_clock.Elapsed - _reported < s_betweenReports)
            return;
        _reported = _clock.Elapsed;
        emit(new() { Progress = Progress() });
    }

    private VideoGenerationProgress Progress(VideoGenerationStatus status = VideoGenerationStatus.Decoding) =>
        new(status, _tokens, plan.TokensInAll, _frames, FramesInAll, _clock.Elapsed);

    private static GeneratedTokens TokensOf(IDecodingSession session, SequenceLayout layout, int sample) =>
        new(layout, ValueList.Create(session.Ids(sample)), session.Frames(sample).ToValueList());

    private static SamplingOptions Sampling(VideoGenerationOptions options) => new()
    {
        Temperature = options.Temperature,
        TopK = options.TopK,
        TopP = options.TopP,
        Guidance = options.Guidance,
        Collapse = new() { Resamples = options.Resamples },
    };
}
