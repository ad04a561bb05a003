namespace VideoPoet.Inference;

/// <summary>A generator that hands everything to another, for those that add something to it.</summary>
/// <param name="innerGenerator">The other, which is disposed with this one.</param>
public class DelegatingVideoGenerator(IVideoGenerator innerGenerator) : IVideoGenerator
{
    /// <summary>The other generator.</summary>
    protected IVideoGenerator InnerGenerator { get; } = innerGenerator ?? throw new ArgumentNullException(nameof(innerGenerator));

    /// <inheritdoc/>
    public virtual Task<VideoGenerationResponse> GenerateAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        InnerGenerator.GenerateAsync(request, options, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<VideoGenerationUpdate> GenerateStreamingAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        InnerGenerator.GenerateStreamingAsync(request, options, cancellationToken);

    /// <inheritdoc/>
    public virtual object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : InnerGenerator.GetService(serviceType, serviceKey);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the generator holds.</summary>
    /// <param name="disposing">Whether it was asked to, and not found by the collector.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            InnerGenerator.Dispose();
    }
}
