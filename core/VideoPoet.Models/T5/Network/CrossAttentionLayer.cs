using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>Attention of a decoder's normed input to what the encoder made, added to the input.</summary>
internal sealed class CrossAttentionLayer : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "EncDecAttention")] private readonly Attention _attention;
    [ComponentName(Name = "layer_norm")] private readonly RootMeanSquareNorm _norm;

    /// <summary>Makes the layer.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public CrossAttentionLayer(TextEncoderSpec sizes, Device? device, ScalarType? type) : base(nameof(CrossAttentionLayer))
    {
        _attention = new(sizes, null, device, type);
        _norm = new(sizes.Width, device, type);
        RegisterComponents();
    }

    /// <summary>[batch, length, width] to the same.</summary>
    /// <param name="input">[batch, length, width]</param>
    /// <param name="encoded">What the encoder made: [batch, keys, width].</param>
    /// <param name="bias">What is added to the scores: broadcast to [batch, heads, length, keys].</param>
    public override Tensor forward(Tensor input, Tensor encoded, Tensor bias)
    {
        using var scope = NewDisposeScope();
        return (input + _attention.call(_norm.call(input), encoded, bias)).MoveToOuterDisposeScope();
    }
}
