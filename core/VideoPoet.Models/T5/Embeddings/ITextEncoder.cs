using static TorchSharp.torch;

namespace VideoPoet.Models.T5;

/// <summary>Turns prompts into the embeddings that the language model reads.</summary>
public interface ITextEncoder
{
    /// <summary>The size of an embedding.</summary>
    int Width { get; }

    /// <summary>64 hexadecimal digits that change with everything that embeddings depend on: vocabulary, longest prompt, weights.</summary>
    string Fingerprint { get; }

    /// <summary>Embeds a prompt: [ids, width] in float32, without padding and without gradients, at least one row.</summary>
    /// <param name="prompt">The prompt; an empty one has the embedding of the end alone.</param>
    Tensor Encode(string prompt);
}
