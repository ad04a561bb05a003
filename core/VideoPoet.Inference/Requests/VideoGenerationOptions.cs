namespace VideoPoet.Inference;

/// <summary>How something is generated: the form of the output, and how tokens are drawn.</summary>
public sealed record VideoGenerationOptions
{
    /// <summary>
    /// The size and the length: the name of a format that the model was trained on or that the paper has, or width, height and frames, such as
    /// <c>64x64x17</c>. Null takes the format that the model was trained on for the task; the smallest, where there are several.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>
    /// How long the output is. Null gives the length of the format; what is longer than the model's longest sequence is generated in windows, each
    /// conditioned on the last second before it.
    /// </summary>
    public double? Seconds { get; init; }

    /// <summary>How many samples are generated; each depends on its own seed only.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The seed of the first sample; each other has the next one. Null draws one, which the response names.</summary>
    public long? Seed { get; init; }

    /// <summary>How strongly the output follows what guidance leaves out, mostly the prompt: 1 is no guidance.</summary>
    public double Guidance { get; init; } = 1;

    /// <summary>What guidance leads away from, in place of the absence of a prompt; null for none.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>What logits are divided by: below 1 less varied, 0 takes the likeliest token always.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Only so many of the likeliest tokens are drawn from; null for all.</summary>
    public int? TopK { get; init; }

    /// <summary>Only the likeliest tokens that together have this probability are drawn from, above 0, at most 1.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>
    /// How often a latent frame is drawn again that has collapsed: it repeats the one before, and the model was sure of it. A scene that stands still
    /// looks the same; 0 only reports, see <see cref="GeneratedTokens.LatentFrames"/>.
    /// </summary>
    public int Resamples { get; init; }
}
