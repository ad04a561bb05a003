namespace VideoPoet.Inference;

/// <summary>What every generator can do.</summary>
public static class VideoGeneratorExtensions
{
    /// <summary>Begins to lay decorators around a generator.</summary>
    /// <param name="innerGenerator">The generator.</param>
    public static VideoGeneratorBuilder AsBuilder(this IVideoGenerator innerGenerator) => new(innerGenerator);

    /// <summary>Asks for something that stands behind the generator.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="serviceKey">Its key; null for none.</param>
    /// <typeparam name="TService">What is asked for.</typeparam>
    /// <returns>It, or null when there is no such thing.</returns>
    public static TService? GetService<TService>(this IVideoGenerator generator, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return generator.GetService(typeof(TService), serviceKey) is TService service ? service : default;
    }

    /// <summary>Puts the parts of a streaming generation together; each may be looked at before by <paramref name="seen"/>.</summary>
    /// <param name="updates">The parts.</param>
    /// <param name="seen">Is called with each part; null for nobody.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="VideoGenerationException">The clip is larger than one object in memory can be.</exception>
    public static async Task<VideoGenerationResponse> ToResponseAsync(
        this IAsyncEnumerable<VideoGenerationUpdate> updates, Action<VideoGenerationUpdate>? seen = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updates);
        var collector = new UpdateCollector();
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            collector.Add(update);
            seen?.Invoke(update);
        }
        return collector.ToResponse();
    }
}
