namespace VideoPoet.Specs;

/// <summary>How a video tokenizer treats time where the paper leaves it open.</summary>
public enum TemporalRules
{
    /// <summary>
    /// Every statistic is that of one frame, so that no frame depends on a later one: an image is the first frame of a video, and videos of any
    /// length can be encoded and decoded in parts.
    /// </summary>
    Causal,

    /// <summary>Every statistic is that of the whole clip, as the published Open-MAGVIT2 weights need it.</summary>
    Published,
}
