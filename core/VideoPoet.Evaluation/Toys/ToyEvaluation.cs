using System.Collections.Concurrent;
using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Toybox;

namespace VideoPoet.Evaluation;

/// <summary>Which scenes a model is asked about, and how.</summary>
public sealed record ToyEvaluationOptions
{
    /// <summary>How many requests, at least 1.</summary>
    public int Count { get; init; } = 200;

    /// <summary>The scenes; their number and length follow from the requests.</summary>
    public ToyboxOptions Scenes { get; init; } = new() { Seed = 1_000, Split = Split.HeldOut };

    /// <summary>The seed of the first request; each other has the next one.</summary>
    public long Seed { get; init; }

    /// <summary>The format; null for that which the model has for the task.</summary>
    public string? Format { get; init; }

    /// <summary>How many requests are generated at a time.</summary>
    public int Parallel { get; init; } = 1;
}

/// <summary>What came of a request.</summary>
/// <param name="Index">The number of its scene.</param>
/// <param name="Marks">The marks of what the model made, by figure.</param>
/// <param name="Ceiling">The marks of the true clip after its way through the tokenizers.</param>
/// <param name="Seen">What was seen, for figures of many clips together.</param>
/// <param name="CeilingSeen">What was seen of the true clips.</param>
public sealed record ToyResult(
    int Index, IReadOnlyDictionary<string, Mark> Marks, IReadOnlyDictionary<string, Mark> Ceiling, IReadOnlyList<string> Seen,
    IReadOnlyList<string> CeilingSeen);

/// <summary>Asks a model and judges its answers.</summary>
/// <param name="generator">The model.</param>
/// <param name="reconstructor">Its tokenizers, for the ceiling.</param>
/// <param name="options">Which scenes, and how.</param>
public sealed class ToyEvaluation(IVideoGenerator generator, ClipReconstructor reconstructor, ToyEvaluationOptions options)
{
    // Where fewer scenes than these make a question, nobody waits for more.
    private const int MostTriesARequest = 200;

    // The best that there can be of a scene is the same however a task is drawn.
    private readonly ConcurrentDictionary<(string Protocol, int Scene), Score> _ceilings = [];

    /// <summary>Asks.</summary>
    /// <param name="protocol">What is asked.</param>
    /// <param name="sampling">How a task is drawn, with a prompt or without.</param>
    /// <param name="known">The numbers of scenes whose results are there already.</param>
    /// <param name="took">Is given each result, one at a time.</param>
    /// <param name="cancellationToken">Cancels; results that were given stay.</param>
    /// <exception cref="VideoGenerationException">The model cannot do it; every reason is listed.</exception>
    public async Task RunAsync(
        IToyProtocol protocol, Func<string, bool, VideoGenerationOptions> sampling, IReadOnlySet<int> known, Action<ToyResult> took,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(known);
        var format = protocol.FormatOf(generator, options.Format);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken };
        var guard = new Lock();
        await Parallel.ForEachAsync(Cases(protocol, format).Where(scene => !known.Contains(scene.Index)), parallel, async (scene, cancellation) =>
        {
            var result = await AskAsync(protocol, scene, sampling, cancellation).ConfigureAwait(false);
            lock (guard)
                took(result);
        }).ConfigureAwait(false);
    }

    /// <summary>The scenes of the requests.</summary>
    /// <param name="protocol">What is asked.</param>
    /// <param name="format">The size and the length.</param>
    public IEnumerable<ToyCase> Cases(IToyProtocol protocol, VideoFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var clips = new ToyboxClips(options.Scenes with { Clips = options.Count * MostTriesARequest, Frames = format.Frames });
        return Enumerable.Range(0, clips.Count).Select(index => new ToyCase(clips, index, format))
            .Where(scene => protocol.Fits(scene, generator)).Take(options.Count);
    }

    private async Task<ToyResult> AskAsync(
        IToyProtocol protocol, ToyCase scene, Func<string, bool, VideoGenerationOptions> sampling, CancellationToken cancellationToken)
    {
        var made = await protocol.GenerateAsync(
            generator, scene, (task, hasPrompt) => sampling(task, hasPrompt) with { Seed = unchecked(options.Seed + scene.Index) }, cancellationToken)
            .ConfigureAwait(false);
        var score = protocol.Judge(scene, made[^1], generator);
        var ceiling = _ceilings.GetOrAdd((protocol.Name, scene.Index), _ => protocol.Judge(scene, Best(protocol, scene), generator));
        return new(scene.Index, score.Marks, ceiling.Marks, score.Seen, ceiling.Seen);
    }

    private Clip Best(IToyProtocol protocol, ToyCase scene)
    {
        var catalog = generator.GetService<RequestCheck>()!.Catalog;
        Modality[] outputs = [.. protocol.Tasks.SelectMany(task => catalog[task].Definition.OutputModalities).Distinct()];
        return protocol.WithGiven(scene, reconstructor.ThereAndBack(protocol.Truth(scene), outputs), generator);
    }
}
