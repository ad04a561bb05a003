using VideoPoet.Inference;

namespace VideoPoet.Samples.MinimalApi;

/// <summary>What a client asks for.</summary>
/// <param name="Prompt">What the video shows.</param>
/// <param name="Format">Its size and length; null for the model's own.</param>
/// <param name="Seconds">Its length; null for that of the format.</param>
/// <param name="Seed">Decides what is drawn; null for another one each time.</param>
internal sealed record VideoOrder(string? Prompt, string? Format, double? Seconds, long? Seed)
{
    public VideoGenerationRequest ToRequest() => new("text-to-video") { Prompt = Prompt };

    public VideoGenerationOptions ToOptions(IVideoGenerator generator) =>
        generator.GetService<RequestCheck>()!.DefaultsFor(ToRequest()) with { Format = Format, Seconds = Seconds, Seed = Seed };
}
