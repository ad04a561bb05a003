using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.Inference;

/// <summary>Generates with a model of this framework. Its weights are loaded at the first generation.</summary>
public sealed class VideoPoetGenerator : IVideoGenerator
{
    // A consumer that is slow holds the generation up, so that memory stays flat.
    private const int WaitingParts = 8;

    private static readonly string s_version = typeof(VideoPoetGenerator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    private readonly VideoPoetOptions _options;
    private readonly GenerationModel _model;
    private readonly RequestCheck _check;
    private readonly DedicatedThreads _threads;
    private readonly SemaphoreSlim _turns;
    private readonly CancellationTokenSource _life = new();
    private readonly VideoGeneratorMetadata _metadata;

    /// <summary>Opens a model.</summary>
    /// <param name="options">Which model generates, and within which limits.</param>
    /// <exception cref="VideoGenerationException">The options are not valid, or there is no such model; every reason is listed.</exception>
    /// <exception cref="FormatException">A file of the model is broken.</exception>
    /// <exception cref="Discovery.PluginException">A plugin that was named does not work.</exception>
    public VideoPoetGenerator(VideoPoetOptions options)
        : this(options, (file, model, vocabulary) => LanguageModelDecoder.Open(
            file, model, vocabulary, options.Weights, options.Engine, options.Device is { } device ? torch.device(device) : null, options.Threads))
    {
    }

    /// <summary>Opens a model with a decoder of one's own.</summary>
    internal VideoPoetGenerator(VideoPoetOptions options, Func<string, ModelSpec, UnifiedVocabulary, ILanguageModelDecoder> load)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (OptionsProblems.Of(options).ToArray() is { Length: > 0 } problems)
            throw new VideoGenerationException(problems);
        _options = options;
        _model = new(options.Model, options.Tokenizers, load);
        _check = new(options.Catalog ?? TaskDiscovery.Find(options), _model, options.Limits, options.Defaults);
        _threads = new(options.ConcurrentGenerations, $"videopoet {options.Model}");
        _turns = new(options.ConcurrentGenerations);
        _metadata = new("videopoet", options.Model);
    }

    /// <summary>Opens a model without a container.</summary>
    /// <param name="configure">Says which model, and within which limits.</param>
    /// <exception cref="VideoGenerationException">The options are not valid, or there is no such model; every reason is listed.</exception>
    /// <exception cref="FormatException">A file of the model is broken.</exception>
    public static VideoPoetGenerator Create(Action<VideoPoetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new VideoPoetOptions();
        configure(options);
        return new(options);
    }

    /// <inheritdoc/>
    public Task<VideoGenerationResponse> GenerateAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        GenerateStreamingAsync(request, options, cancellationToken).ToResponseAsync(cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<VideoGenerationUpdate> GenerateStreamingAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (plan, media) = await PrepareAsync(request, options, cancellationToken).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _life.Token);
        var parts = Channel.CreateBounded<VideoGenerationUpdate>(new BoundedChannelOptions(WaitingParts) { SingleReader = true, SingleWriter = true });
        await _turns.WaitAsync(stop.Token).ConfigureAwait(false);
        var work = Task.CompletedTask;
        try
        {
            work = _threads.RunAsync(() => Run(plan, media, parts.Writer, stop.Token));
            await foreach (var part in parts.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
                yield return part;
            await work.ConfigureAwait(false);
        }
        finally
        {
            // Also when the consumer has left the loop: everything is freed before anybody goes on.
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _turns.Release();
        }
    }

    /// <summary>What a file may ask for.</summary>
    internal MediaLimits MediaLimits => _options.Limits.Media;

    /// <summary>Says what decides the output of a request, without generating it. A stream among its media is read to its end.</summary>
    /// <param name="request">What would be generated.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="VideoGenerationException">The request cannot be fulfilled as it stands; every reason is listed.</exception>
    internal async Task<GenerationRecord> RecordAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options, CancellationToken cancellationToken)
    {
        var (plan, media) = await PrepareAsync(request, options, cancellationToken).ConfigureAwait(false);
        await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            GenerationRecord? record = null;
            await _threads.RunAsync(() =>
            {
                using var use = _model.Begin(plan.Modalities);
                record = Record(use.Model, plan, media);
            }).ConfigureAwait(false);
            return record!;
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : new object[] { this, _metadata, _model, _check, _check.Catalog }.FirstOrDefault(serviceType.IsInstanceOfType);
    }

    /// <summary>Cancels what is being generated, and frees the model when that has ended.</summary>
    public void Dispose()
    {
        if (_life.IsCancellationRequested)
            return;
        _life.Cancel();
        _threads.Dispose();
        _model.Dispose();
    }

    private async Task<(GenerationPlan Plan, ConditionMedia Media)> PrepareAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_life.IsCancellationRequested, this);
        var plan = _check.Plan(request, options ?? _check.DefaultsFor(request));
        return (plan, await new MediaLoader(plan, MediaLimits).LoadAsync(cancellationToken).ConfigureAwait(false));
    }

    private void Run(GenerationPlan plan, ConditionMedia media, ChannelWriter<VideoGenerationUpdate> parts, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var use = _model.Begin(plan.Modalities);
            cancellationToken.ThrowIfCancellationRequested();
            var record = Record(use.Model, plan, media);
            cancellationToken.ThrowIfCancellationRequested();
            new GenerationRun(use.Model, _check.Catalog, plan, media, new(_options.Limits.MemoryBytes), Emit).Run(record, cancellationToken);
        }
        finally
        {
            parts.Complete();
        }

        void Emit(VideoGenerationUpdate part)
        {
            if (!parts.TryWrite(part))
                parts.WriteAsync(part, cancellationToken).AsTask().GetAwaiter().GetResult();
        }
    }

    private GenerationRecord Record(LoadedModel model, GenerationPlan plan, ConditionMedia media) => new()
    {
        Version = s_version,
        Model = _model.Name,
        Weights = $"{_model.WeightHash} {_options.Weights}{(_options.Engine == DecodingEngine.Managed ? "" : $" {_options.Engine} {_options.Device}")}".Trim(),
        Tokenizers = plan.Modalities.Select(model.Check).ToDictionary(tokenizer => tokenizer.Kind, tokenizer => tokenizer.Fingerprint),
        Task = plan.Request.Task,
        Parameters = plan.Request.Parameters.ToString(),
        Prompt = plan.Request.Prompt,
        Media = media.Hashes(),
        Format = plan.Format,
        Frames = plan.Frames,
        Options = plan.Options,
    };
}
