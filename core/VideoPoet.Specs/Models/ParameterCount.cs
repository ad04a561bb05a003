using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>Counts the parameters that a network of given sizes has.</summary>
public static class ParameterCount
{
    // T5 has one table of 32 relative distances a head, in the first block only.
    private const int RelativeDistances = 32;

    /// <summary>
    /// The parameters of a language model's blocks and final norm: L(4d² + 3df + 2d) + d where every head has its own keys and values and nothing is
    /// normed but the residual stream.
    /// </summary>
    /// <param name="model">The sizes.</param>
    public static long NonEmbedding(LanguageModelSpec model)
    {
        long width = model.Width, headWidth = width / model.Heads, shared = width * (model.KeyValueHeads ?? model.Heads) / model.Heads;
        var attention = 2 * width * width + 2 * width * shared + (model.QueryKeyNorm ? 2 * headWidth : 0);
        return model.Layers * (attention + 3 * width * model.FeedForward + 2 * width) + width;
    }

    /// <summary>
    /// All parameters of a language model: the blocks, the token embedding (twice when untied), the coordinates of a position and of the next one,
    /// the projection of text, and what predicts the second half of a factorised code.
    /// </summary>
    /// <param name="model">The sizes.</param>
    /// <param name="vocabulary">The token ids.</param>
    /// <param name="textWidth">The width of a text embedding.</param>
    public static long Total(LanguageModelSpec model, UnifiedVocabulary vocabulary, int textWidth)
    {
        long width = model.Width;
        var rows = vocabulary.Size - (model.FactorisedCodes ? vocabulary.VisualCodes - 2L * HalfCodes(vocabulary.VisualCodes) : 0);
        var second = model.FactorisedCodes ? HalfCodes(vocabulary.VisualCodes) * width + 3 * width * model.FeedForward + 2 * width : 0;
        var tables = (model.TiedEmbeddings ? 1 : 2) * rows + CoordinateRows(model.Coordinates, vocabulary.AudioLevels);
        return NonEmbedding(model) + tables * width + textWidth * width + width + second;
    }

    /// <summary>The parameters of a T5 encoder with its piece table.</summary>
    /// <param name="encoder">The sizes.</param>
    public static long Of(TextEncoderSpec encoder)
    {
        long width = encoder.Width, heads = (long)encoder.Heads * encoder.HeadWidth;
        var block = 4 * width * heads + (encoder.Gated ? 3 : 2) * width * encoder.FeedForward + 2 * width;
        return encoder.Vocabulary * width + encoder.Layers * block + RelativeDistances * encoder.Heads + width;
    }

    /// <summary>The parameters of a MAGVIT-v2 encoder and decoder.</summary>
    /// <param name="tokenizer">The sizes.</param>
    public static long Of(VideoTokenizerSpec tokenizer)
    {
        var channels = tokenizer.Multipliers.Select(multiplier => (long)multiplier * tokenizer.Channels).ToArray();
        return EncoderOf(tokenizer, channels) + DecoderOf(tokenizer, channels);
    }

    /// <summary>The parameters of a SoundStream encoder and decoder.</summary>
    /// <param name="tokenizer">The sizes.</param>
    public static long Of(AudioTokenizerSpec tokenizer)
    {
        const int Outer = 7, Inner = 3;
        long channels = tokenizer.Channels, embedding = tokenizer.Embedding;
        var encoder = Outer * channels + channels;
        var decoder = Outer * channels + 1;
        foreach (var stride in tokenizer.Strides)
        {
            var resampling = 2 * stride * channels * 2 * channels;
            encoder += AudioResidualUnits(channels) + resampling + 2 * channels;
            decoder += AudioResidualUnits(channels) + resampling + channels;
            channels *= 2;
        }

        encoder += Inner * channels * embedding + embedding;
        decoder += Outer * embedding * channels + channels;
        return encoder + decoder;
    }

    // Of codes with an even number of bits: the values of one half.
    private static long HalfCodes(int codes) => 1L << (int.Log2(codes) / 2);

    // Output or one of the inputs; then, for the position and for the next one, its modality and its place.
    private static long CoordinateRows(CoordinateSpec tables, int levels) =>
        1 + tables.Inputs + 2L * (Enum.GetValues<Modality>().Length + tables.Times + tables.Rows + tables.Columns + levels + tables.AudioFrames);

    private static long EncoderOf(VideoTokenizerSpec tokenizer, long[] channels)
    {
        var count = Cube(PatchChannels(tokenizer), tokenizer.Channels);
        long width = tokenizer.Channels;
        for (var level = 0; level < channels.Length; level++)
        {
            count += ResidualBlocks(width, channels[level], tokenizer.ResidualBlocks);
            width = channels[level];
            count += level < channels.Length - 1 ? Cube(width, width) + width : 0;
        }

        return count + ResidualBlocks(width, width, tokenizer.ResidualBlocks) + 2 * width + width * tokenizer.Bits + tokenizer.Bits;
    }

    private static long DecoderOf(VideoTokenizerSpec tokenizer, long[] channels)
    {
        const int TemporalLevels = 2;
        var width = channels[^1];
        var count = Cube(tokenizer.Bits, width) + width + ResidualBlocks(width, width, tokenizer.ResidualBlocks);
        for (var level = channels.Length - 1; level >= 0; level--)
        {
            var adaptiveNorm = 2 * (width * tokenizer.Bits + width);
            count += adaptiveNorm + ResidualBlocks(width, channels[level], tokenizer.ResidualBlocks);
            width = channels[level];
            var unfolded = width * (channels.Length - 1 - level < TemporalLevels ? 8 : 4);
            count += level > 0 ? Cube(width, unfolded) + unfolded : 0;
        }

        return count + 2 * width + Cube(width, PatchChannels(tokenizer)) + PatchChannels(tokenizer);
    }

    private static long PatchChannels(VideoTokenizerSpec tokenizer)
    {
        const int Colours = 3;
        return Colours * tokenizer.Patch * tokenizer.Patch;
    }

    private static long ResidualBlocks(long input, long output, int blocks) =>
        ResidualBlock(input, output) + (blocks - 1) * ResidualBlock(output, output);

    private static long ResidualBlock(long input, long output) =>
        2 * input + Cube(input, output) + 2 * output + Cube(output, output) + (input == output ? 0 : input * output);

    private static long AudioResidualUnits(long channels)
    {
        const int Units = 3, Kernel = 7;
        return Units * (Kernel * channels * channels + channels + channels * channels + channels);
    }

    // The weights of a 3 × 3 × 3 convolution.
    private static long Cube(long input, long output) => 27 * input * output;
}
