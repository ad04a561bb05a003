using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5;

/// <summary>Tells text encoders apart by everything that their embeddings depend on.</summary>
internal static class EncoderFingerprint
{
    /// <summary>A SHA-256 over the vocabulary, the longest prompt, and the name, type, shape and values of every weight.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="network">The network.</param>
    public static string Of(PromptTokenizer tokenizer, T5Encoder network)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append($"{tokenizer.Pieces.Fingerprint} {tokenizer.Length}\n");
        foreach (var (name, parameter) in network.named_parameters())
        {
            using var scope = NewDisposeScope();
            Append($"{name} {parameter.dtype} [{string.Join(", ", parameter.shape)}]\n");
            hash.AppendData(parameter.detach().cpu().contiguous().bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
