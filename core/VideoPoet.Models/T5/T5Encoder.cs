using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Models.T5.Network;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5;

/// <summary>
/// The encoder of T5, v1.0 and v1.1 (Raffel et al., arXiv 1910.10683), with the tensor names of Hugging Face. It has no dropout: VideoPoet keeps it
/// frozen, and v1.1 was trained without.
/// </summary>
public sealed class T5Encoder : nn.Module<Tensor, Tensor?, Tensor>
{
    [ComponentName(Name = "shared")] private readonly Embedding _embedding;
    [ComponentName(Name = "encoder")] private readonly EncoderStack _stack;

    /// <summary>Makes an encoder whose weights hold no values yet; load them, or draw them by <see cref="Initialise"/>.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="device">Where its parameters live; on <c>meta</c> they have only shapes.</param>
    /// <param name="type">The type of its parameters, float32 if null; float16 is too narrow for the published weights.</param>
    public T5Encoder(TextEncoderSpec sizes, Device? device = null, ScalarType? type = null) : base(nameof(T5Encoder))
    {
        Sizes = sizes;
        _embedding = Layers.Embedding(sizes.Vocabulary, sizes.Width, device, type);
        _stack = new(sizes, device, type);
        RegisterComponents();
    }

    /// <summary>The sizes.</summary>
    public TextEncoderSpec Sizes { get; }

    /// <summary>The device that its parameters live on.</summary>
    public Device Device => _embedding.weight!.device;

    /// <summary>Embeds texts: [batch, length, width], in the type of the parameters.</summary>
    /// <param name="ids">The ids of pieces: [batch, length], int64.</param>
    /// <param name="mask">
    /// True for ids of the text and false for padding, whose embeddings mean nothing: [batch, length]; null when there is no padding.
    /// </param>
    /// <exception cref="ArgumentException">A shape or a type is wrong.</exception>
    public override Tensor forward(Tensor ids, Tensor? mask)
    {
        if (ids.shape is not [_, > 0] || ids.dtype != ScalarType.Int64)
            throw new ArgumentException($"ids must be int64 of [batch, length], found {ids.dtype} of [{string.Join(", ", ids.shape)}].", nameof(ids));
        if (mask is not null && (mask.dtype != ScalarType.Bool || !mask.shape.SequenceEqual(ids.shape)))
        {
            throw new ArgumentException(
                $"mask must be bool of [{string.Join(", ", ids.shape)}], found {mask.dtype} of [{string.Join(", ", mask.shape)}].", nameof(mask));
        }

        using var embedded = Embed(ids);
        using var maskBias = MaskBias.Of(mask, embedded.dtype, embedded.device);
        return _stack.call(embedded, maskBias);
    }

    /// <summary>Draws all weights as T5 does before training.</summary>
    /// <param name="generator">The source of random numbers; null for the global one.</param>
    public void Initialise(Generator? generator = null) => InitialWeights.Draw(this, Sizes, generator);

    /// <summary>The rows of the table of pieces, which a decoder reads as well: [batch, length] to [batch, length, width].</summary>
    internal Tensor Embed(Tensor ids) => _embedding.call(ids);
}
