using VideoPoet.Models.Magvit2;
using VideoPoet.Models.SoundStream;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.Tokenizers;

/// <summary>
/// What tokens mean: 64 hexadecimal digits that change with everything that a tokenizer's tokens depend on, its kind, its sizes and its weights. A
/// text encoder has its own, <see cref="T5.ITextEncoder.Fingerprint"/>.
/// </summary>
/// <remarks>Each reads all weights once: they must not change afterwards.</remarks>
public static class TokenizerFingerprint
{
    /// <summary>The fingerprint of a video tokenizer.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    public static string Of(VideoTokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        var sizes = tokenizer.Sizes;
        return WeightHash.Of(
            $"magvit2 {sizes.Patch} {sizes.Channels} [{sizes.Multipliers}] {sizes.ResidualBlocks} {sizes.Bits} {sizes.Rules}{PaddingOf(sizes)}", tokenizer);
    }

    // Tokens that were made before there was a choice keep their fingerprint.
    private static string PaddingOf(VideoTokenizerSpec sizes) => sizes.Padding == FramePadding.Zeros ? "" : $" {sizes.Padding}";

    /// <summary>The fingerprint of an audio tokenizer.</summary>
    /// <param name="tokenizer">The tokenizer, which is a module.</param>
    /// <exception cref="ArgumentException">The tokenizer is no module, so that its weights are unknown.</exception>
    public static string Of(IAudioTokenizer tokenizer) => tokenizer is nn.Module network
        ? WeightHash.Of($"{tokenizer.GetType().Name} {tokenizer.Levels} {tokenizer.Codes} {tokenizer.SampleStride}", network)
        : throw new ArgumentException("an audio tokenizer that is no module has no weights to tell it by.", nameof(tokenizer));
}
