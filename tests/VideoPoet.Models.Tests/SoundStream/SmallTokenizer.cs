using VideoPoet.Models.SoundStream;
using VideoPoet.Models.Tests.SoundStream.Reference;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.SoundStream;

/// <summary>A tokenizer of a few hundred weights, with frames of 6 samples.</summary>
internal static class SmallTokenizer
{
    public const int Stride = 6;

    public static SoundStreamTokenizer Create(QuantizerTraining? training = null, int codes = 8) => new(
        new AudioTokenizerSpec { Channels = 4, Strides = [2, 3], Embedding = 6, Levels = 2, TrainedLevels = 3, Codes = codes, Parameters = 1 },
        training);

    /// <summary>The weights of the reference: other than the first random ones, they make different codes of different sounds.</summary>
    public static SoundStreamTokenizer CreateFilled(QuantizerTraining? training = null, int codes = 8)
    {
        var tokenizer = Create(training, codes);
        ReferenceNumbers.Fill(tokenizer);
        return tokenizer;
    }

    /// <summary>A small tokenizer in the rates of the paper: frames of 320 samples.</summary>
    public static SoundStreamTokenizer AtPaperRate() => new(
        new AudioTokenizerSpec { Channels = 2, Strides = [2, 4, 5, 8], Embedding = 8, Levels = 4, TrainedLevels = 4, Codes = 16, Parameters = 1 });

    /// <summary>One codebook tensor of one level: embedding, counts or sums.</summary>
    public static Tensor Codebook(this SoundStreamTokenizer tokenizer, int level, string what) =>
        tokenizer.state_dict()[$"quantizer.levels.{level}.{what}"];
}
