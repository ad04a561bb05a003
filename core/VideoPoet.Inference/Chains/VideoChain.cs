using System.Runtime.CompilerServices;
using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Inference;

/// <summary>Tasks one after another, each of which takes the clip that the one before has left (paper §7.1).</summary>
/// <param name="Steps">The steps in order, at least one.</param>
public sealed record VideoChain(ValueList<ChainStep> Steps)
{
    /// <summary>Begins a chain.</summary>
    /// <param name="step">The first step.</param>
    public static VideoChain Begin(ChainStep step) => new([step]);

    /// <summary>The same chain with a step more.</summary>
    /// <param name="step">The step.</param>
    public VideoChain Then(ChainStep step) => new([.. Steps, step]);

    /// <summary>Makes a chain of what a file says, as <see cref="SpecReader.ReadChain"/> reads it.</summary>
    /// <param name="spec">The file.</param>
    public static VideoChain Of(ChainSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new(spec.Steps.Select(ChainSteps.Of).ToValueList());
    }

    /// <summary>Everything that keeps a chain from being run, each with its step; empty when there is nothing.</summary>
    /// <param name="generator">What it would be run by.</param>
    /// <param name="request">What it would begin with.</param>
    public IReadOnlyList<string> Problems(IVideoGenerator generator, VideoChainRequest request) =>
        new ChainCheck(generator, this, request).Problems();

    /// <summary>Runs the chain and gives what all steps generated.</summary>
    /// <param name="generator">Runs the steps.</param>
    /// <param name="request">What the chain begins with.</param>
    /// <param name="seen">Is called with each part of each step; null for nobody.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="VideoGenerationException">A step cannot be done; every reason is listed, and nothing was generated.</exception>
    public async Task<VideoChainResponse> GenerateAsync(
        IVideoGenerator generator, VideoChainRequest request, Action<VideoChainUpdate>? seen = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(request);
        if (Problems(generator, request) is { Count: > 0 } problems)
            throw new VideoGenerationException(problems);
        var responses = new List<VideoGenerationResponse>();
        for (var step = 0; step < Steps.Count; step++)
        {
            var (number, title) = (step, Steps[step].Title);
            var updates = ChainSteps.Stream(generator, this, request, step, responses.LastOrDefault(), cancellationToken);
            responses.Add(await updates
                .ToResponseAsync(update => seen?.Invoke(new(number, title, update)), cancellationToken).ConfigureAwait(false));
        }
        return new(responses.ToValueList());
    }

    /// <summary>Runs the chain and gives each part of each step as soon as it is there.</summary>
    /// <param name="generator">Runs the steps.</param>
    /// <param name="request">What the chain begins with.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="VideoGenerationException">A step cannot be done; every reason is listed, and nothing was generated.</exception>
    public async IAsyncEnumerable<VideoChainUpdate> GenerateStreamingAsync(
        IVideoGenerator generator, VideoChainRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(request);
        if (Problems(generator, request) is { Count: > 0 } problems)
            throw new VideoGenerationException(problems);
        VideoGenerationResponse? before = null;
        for (var step = 0; step < Steps.Count; step++)
        {
            var collector = new UpdateCollector();
            var updates = ChainSteps.Stream(generator, this, request, step, before, cancellationToken);
            await foreach (var update in updates.ConfigureAwait(false))
            {
                collector.Add(update);
                yield return new(step, Steps[step].Title, update);
            }
            before = collector.ToResponse();
        }
    }
}
