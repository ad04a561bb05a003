namespace VideoPoet.Inference;

/// <summary>Generates video, images and sound; used by any number of threads at once. Shaped like the generators of Microsoft.Extensions.AI.</summary>
public interface IVideoGenerator : IDisposable
{
    /// <summary>Generates and gives all at once.</summary>
    /// <param name="request">What is to be generated.</param>
    /// <param name="options">How; the generator's defaults when null.</param>
    /// <param name="cancellationToken">Cancels, within one step of decoding, or once weights that are being loaded are there.</param>
    /// <exception cref="VideoGenerationException">The request cannot be fulfilled as it stands; every reason is listed.</exception>
    Task<VideoGenerationResponse> GenerateAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Generates and gives each part as soon as it is there: frames as their latent frame is complete, sound as its last level comes. The parts
    /// together are what <see cref="GenerateAsync"/> gives. Memory does not grow with the length.
    /// </summary>
    /// <param name="request">What is to be generated.</param>
    /// <param name="options">How; the generator's defaults when null.</param>
    /// <param name="cancellationToken">Cancels, within one step of decoding, or once weights that are being loaded are there; so does leaving the loop.</param>
    /// <exception cref="VideoGenerationException">The request cannot be fulfilled as it stands; every reason is listed.</exception>
    IAsyncEnumerable<VideoGenerationUpdate> GenerateStreamingAsync(
        VideoGenerationRequest request, VideoGenerationOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Asks for something that stands behind the generator, such as its <see cref="VideoGeneratorMetadata"/>.</summary>
    /// <param name="serviceType">What is asked for.</param>
    /// <param name="serviceKey">Its key; null for none.</param>
    /// <returns>It, or null when there is no such thing.</returns>
    object? GetService(Type serviceType, object? serviceKey = null);
}
