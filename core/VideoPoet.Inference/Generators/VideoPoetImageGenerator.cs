#pragma warning disable MEAI001 // The interface is there to be implemented; its shape may still change.
using Microsoft.Extensions.AI;
using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Inference;

/// <summary>Generates images from text for whoever knows the generators of Microsoft.Extensions.AI.</summary>
/// <param name="generator">Generates them.</param>
/// <remarks>It does not dispose the generator.</remarks>
public sealed class VideoPoetImageGenerator(IVideoGenerator generator) : IImageGenerator
{
    private const string TextToImage = "text-to-image", Png = "image/png";

    /// <inheritdoc/>
    /// <exception cref="VideoGenerationException">The request cannot be fulfilled as it stands; every reason is listed.</exception>
    public async Task<ImageGenerationResponse> GenerateAsync(
        ImageGenerationRequest request, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Problems(request, options).ToArray() is { Length: > 0 } problems)
            throw new VideoGenerationException(problems);
        var asked = new VideoGenerationRequest(TextToImage) { Prompt = request.Prompt };
        var defaults = generator.GetService<RequestCheck>()?.DefaultsFor(asked) ?? new();
        var response = await generator.GenerateAsync(
            asked,
            defaults with
            {
                Count = options?.Count ?? defaults.Count,
                Format = options?.ImageSize is { } size ? $"{size.Width}x{size.Height}x1" : null,
                Seconds = null,
            },
            cancellationToken).ConfigureAwait(false);
        return new([.. response.Samples.Select(sample => new DataContent(MediaWriter.EncodePng(sample.Frames!), Png))])
        {
            RawRepresentation = response,
            Usage = new()
            {
                InputTokenCount = response.Usage.InputTokens,
                OutputTokenCount = response.Usage.OutputTokens,
                TotalTokenCount = response.Usage.InputTokens + response.Usage.OutputTokens,
            },
        };
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is null && serviceType.IsInstanceOfType(this))
            return this;
        return serviceKey is null && serviceType == typeof(ImageGeneratorMetadata) && generator.GetService<VideoGeneratorMetadata>() is { } metadata
            ? new ImageGeneratorMetadata(metadata.ProviderName, defaultModelId: metadata.ModelId)
            : generator.GetService(serviceType, serviceKey);
    }

    /// <summary>Does nothing: the generator belongs to whoever made it.</summary>
    public void Dispose()
    {
    }

    private static IEnumerable<string> Problems(ImageGenerationRequest request, ImageGenerationOptions? options)
    {
        if (request.OriginalImages?.Any() == true)
            yield return "images are generated from text alone; leave the original images out.";
        if (options?.MediaType is { } type && type != Png)
            yield return $"images are generated as {Png}, not as {type}.";
        if (options?.ResponseFormat is { } format && format != ImageGenerationResponseFormat.Data)
            yield return $"images are given as data, not as {format}.";
    }
}
