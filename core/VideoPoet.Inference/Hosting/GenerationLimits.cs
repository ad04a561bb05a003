using VideoPoet.Media;

namespace VideoPoet.Inference;

/// <summary>What a request may ask for at most, so that one that is mistaken, or not to be trusted, does no harm.</summary>
public sealed class GenerationLimits
{
    /// <summary>Characters of a prompt. A model reads 64 pieces of it, which are a few hundred characters.</summary>
    public int PromptCharacters { get; set; } = 4_000;

    /// <summary>Samples of one request.</summary>
    public int Samples { get; set; } = 16;

    /// <summary>The length of an output.</summary>
    public TimeSpan Duration { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Memory that a generation may take beside the weights, bytes; null for what the machine has free.</summary>
    public long? MemoryBytes { get; set; }

    /// <summary>What a file, or the bytes of one, may ask for. An object of its own: a configuration is bound into it.</summary>
    public MediaLimits Media { get; set; } = new();
}
