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

    /// <summary>White where frames are to be filled, black where they are given; of the same size, one frame or as many as there are.</summary>
    public PixelFrames? Mask { get; init; }
}
