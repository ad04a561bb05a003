using VideoPoet.Models.T5;
using VideoPoet.Models.Tests.T5.Reference;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.T5;

/// <summary>Small encoders and vocabularies.</summary>
internal static class Samples
{
    /// <summary>The sizes of the reference called gated.</summary>
    public static TextEncoderSpec Gated { get; } = Sizes(width: 24, layers: 3, heads: 3, headWidth: 5, feedForward: 40, vocabulary: 50, gated: true);

    /// <summary>The sizes of the reference called plain.</summary>
    public static TextEncoderSpec Plain { get; } = Sizes(width: 16, layers: 2, heads: 4, headWidth: 8, feedForward: 32, vocabulary: 30, gated: false);

    /// <summary>A vocabulary that was trained as T5's own: padding is 0, the end is 1.</summary>
    public static byte[] Model(string name = "t5")
    {
        using var reference = new ReferenceTensors("sentencepiece.safetensors");
        return reference.Bytes($"{name}/model");
    }

    /// <summary>An encoder with drawn weights and rows for the vocabulary of <see cref="Model"/>.</summary>
    public static T5Encoder Encoder(ulong seed = 1)
    {
        var encoder = new T5Encoder(Gated with { Vocabulary = 800 });
        using var generator = new Generator(seed);
        encoder.Initialise(generator);
        return encoder;
    }

    public static TextEncoderSpec Sizes(int width, int layers, int heads, int headWidth, int feedForward, int vocabulary, bool gated)
    {
        var sizes = new TextEncoderSpec
        {
            Width = width, Layers = layers, Heads = heads, HeadWidth = headWidth, FeedForward = feedForward, Gated = gated,
            Vocabulary = vocabulary, Parameters = 1,
        };
        return sizes with { Parameters = ParameterCount.Of(sizes) };
    }
}
