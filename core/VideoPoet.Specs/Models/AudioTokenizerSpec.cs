using System.ComponentModel.DataAnnotations;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>The sizes of the SoundStream audio tokenizer with residual vector quantisation, at 16 kHz.</summary>
public sealed record AudioTokenizerSpec
{
    /// <summary>The channels of the finest level; each stride doubles them.</summary>
    [Range(1, 4_096)]
    public required int Channels { get; init; }

    /// <summary>The strides of the encoder; their product is the 320 samples of one frame of codes.</summary>
    [Range(2, 64)]
    [MinLength(1)]
    public required ValueList<int> Strides { get; init; }

    /// <summary>The width of a code's vector.</summary>
    [Range(1, 4_096)]
    public required int Embedding { get; init; }

    /// <summary>The levels of the quantiser that the language model uses.</summary>
    [Range(1, 64)]
    public required int Levels { get; init; }

    /// <summary>The levels of the quantiser that are trained; at least those that are used.</summary>
    [Range(1, 64)]
    public required int TrainedLevels { get; init; }

    /// <summary>The codes of each level.</summary>
    [Range(2, 65_536)]
    public required int Codes { get; init; }

    /// <summary>The number of trained parameters of encoder and decoder, without codebooks and discriminators.</summary>
    [Range(1L, long.MaxValue)]
    public required long Parameters { get; init; }
}
