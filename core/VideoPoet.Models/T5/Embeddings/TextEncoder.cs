using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5;

/// <summary>
/// Embeds prompts by a T5 encoder. Prompts are computed one by one, so that an embedding does not depend on what else is encoded.
/// </summary>
public sealed class TextEncoder : ITextEncoder, IDisposable
{
    private readonly PromptTokenizer _tokenizer;
    private readonly T5Encoder _network;
    private readonly Lazy<string> _fingerprint;

    /// <summary>Joins a tokenizer and a network.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="network">The network, which this object then owns.</param>
    /// <exception cref="ArgumentException">The network has fewer rows than the tokenizer has pieces.</exception>
    public TextEncoder(PromptTokenizer tokenizer, T5Encoder network)
    {
        if (tokenizer.Pieces.Count > network.Sizes.Vocabulary)
        {
            throw new ArgumentException(
                $"The text encoder has {network.Sizes.Vocabulary} rows, too few for a vocabulary of {tokenizer.Pieces.Count} pieces.",
                nameof(network));
        }

        _tokenizer = tokenizer;
        _network = network;
        _fingerprint = new(() => EncoderFingerprint.Of(tokenizer, network));
    }

    /// <inheritdoc/>
    public int Width => _network.Sizes.Width;

    /// <inheritdoc/>
    /// <remarks>Computed once, which reads all weights: they must not change after it was asked for.</remarks>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>Loads a published encoder: a folder with <c>config.json</c>, <c>spiece.model</c> and the weights.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="device">Where the weights will live; the processor if null.</param>
    /// <param name="type">The type of the weights, float32 if null.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="FormatException">A file is broken, or the files do not belong together.</exception>
    public static TextEncoder Load(string folder, Device? device = null, ScalarType? type = null)
    {
        var tokenizer = new PromptTokenizer(SentencePieceTokenizer.Load(Path.Combine(folder, "spiece.model")));
        return new(tokenizer, T5Weights.Load(folder, device, type));
    }

    /// <inheritdoc/>
    public Tensor Encode(string prompt)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        long[] ids = [.. _tokenizer.Encode(prompt)];
        var embedding = _network.call(tensor(ids, [1, ids.Length], device: _network.Device), null);
        return embedding.squeeze(0).to_type(ScalarType.Float32).MoveToOuterDisposeScope();
    }

    /// <summary>Disposes the network.</summary>
    public void Dispose() => _network.Dispose();
}
