namespace VideoPoet.Core;

/// <summary>What is known of one clip: the ground truth in training, or what a request supplies; anything may be absent.</summary>
public sealed record Clip
{
    /// <summary>The caption or the prompt.</summary>
    public string? Text { get; init; }

    /// <summary>The frames, 8 a second, in the size of the format.</summary>
    public PixelFrames? Frames { get; init; }

    /// <summary>The sound.</summary>
    public Waveform? Sound { get; init; }

    /// <summary>White where the frames are given, black where they are to be filled; as many as <see cref="Frames"/>, of the same size.</summary>
    public PixelFrames? Mask { get; init; }
}
