using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>A part of what is generated, as soon as it is there; what it does not bring is null.</summary>
public sealed record VideoGenerationUpdate
{
    /// <summary>How far the generation has come.</summary>
    public required VideoGenerationProgress Progress { get; init; }

    /// <summary>The sample that the part belongs to, from 0.</summary>
    public int Sample { get; init; }

    /// <summary>The next frames of the sample, 8 a second: those of one latent frame.</summary>
    public PixelFrames? Frames { get; init; }

    /// <summary>The next sound of the sample, at 16 kHz.</summary>
    public Waveform? Sound { get; init; }

    /// <summary>The tokens of the sample's sequence that is complete now: the only one, or that of one window.</summary>
    public GeneratedTokens? Tokens { get; init; }

    /// <summary>What decides the output; the first update brings it.</summary>
    public GenerationRecord? Record { get; init; }
}
