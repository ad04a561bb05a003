using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.T5;

/// <summary>Tells text encoders apart by everything that their embeddings depend on.</summary>
internal static class EncoderFingerprint
{
    /// <summary>A SHA-256 over the vocabulary, the longest prompt, and the name, type, shape and values of every weight.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="network">The network.</param>
    public static string Of(PromptTokenizer tokenizer, T5Encoder network) =>
        WeightHash.Of($"{tokenizer.Pieces.Fingerprint} {tokenizer.Length}", network);
}
