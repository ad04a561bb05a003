using VideoPoet.Core;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>The sizes of a Descript audio codec.</summary>
public sealed record DacSizes
{
    /// <summary>The published 16 kHz model, of which the paper's four levels are the first of twelve.</summary>
    public static DacSizes Published16Khz { get; } = new();

    /// <summary>The channels of the encoder's finest level; each stride doubles them.</summary>
    public int EncoderChannels { get; init; } = 64;

    /// <summary>The channels of the decoder's coarsest level; each stride halves them.</summary>
    public int DecoderChannels { get; init; } = 1_536;

    /// <summary>The strides of the encoder; the decoder has them in reverse.</summary>
    public ValueList<int> Strides { get; init; } = [2, 4, 5, 8];

    /// <summary>The levels that the weights have.</summary>
    public int TrainedLevels { get; init; } = 12;

    /// <summary>The first levels, which are used.</summary>
    public int Levels { get; init; } = 4;

    /// <summary>The codes of each level.</summary>
    public int Codes { get; init; } = 1_024;

    /// <summary>The width of a codeword.</summary>
    public int CodeWidth { get; init; } = 8;

    /// <summary>The width of a latent.</summary>
    public int LatentWidth => EncoderChannels << Strides.Count;
}
