using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>The sizes of the MAGVIT-v2 video tokenizer, which makes one code of 8 × 8 pixels and, after the first frame, of 4 frames.</summary>
public sealed record VideoTokenizerSpec
{
    /// <summary>
    /// The width and height in pixels of a place of the finest level: 1 is MAGVIT-v2's; 2 folds squares of four pixels into channels, so that the
    /// level that costs most is left out.
    /// </summary>
    [Range(1, 2)]
    public int Patch { get; init; } = 1;

    /// <summary>The channels of the finest level.</summary>
    [Range(1, 4_096)]
    public required int Channels { get; init; }

    /// <summary>The factor on the channels at each level, finest first; four levels, because 8 is halved three times, and fewer with patches.</summary>
    [Range(1, 64)]
    [MinLength(1)]
    public required ValueList<int> Multipliers { get; init; }

    /// <summary>The residual blocks at each level.</summary>
    [Range(1, 64)]
    public required int ResidualBlocks { get; init; }

    /// <summary>The bits of a code: the latent channels of lookup-free quantisation.</summary>
    [Range(1, 24)]
    public required int Bits { get; init; }

    /// <summary>How time is treated; only the published weights need another than causal rules.</summary>
    public TemporalRules Rules { get; init; } = TemporalRules.Causal;

    /// <summary>What convolutions see around a frame.</summary>
    public FramePadding Padding { get; init; } = FramePadding.Zeros;

    /// <summary>The number of trained parameters of encoder and decoder, without discriminator.</summary>
    [Range(1L, long.MaxValue)]
    public required long Parameters { get; init; }

    /// <summary>The number of levels, each half as high and wide as the one before, down to 8 × 8 pixels.</summary>
    public int Levels => 1 + int.Log2(VideoFormat.PixelStride / Patch);

    /// <summary>The number of different codes.</summary>
    public int Codes => 1 << Bits;
}
