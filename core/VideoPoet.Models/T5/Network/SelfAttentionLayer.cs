using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>Attention of the normed input to itself, added to the input.</summary>
internal sealed class SelfAttentionLayer : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "SelfAttention")] private readonly Attention _attention;
    [ComponentName(Name = "layer_norm")] private readonly RootMeanSquareNorm _norm;

    /// <inheritdoc cref="Attention.Attention"/>
    public SelfAttentionLayer(TextEncoderSpec sizes, RelativeBuckets? distances, Device? device, ScalarType? type) : base(nameof(SelfAttentionLayer))
    {
        _attention = new(sizes, distances, device, type);
        _norm = new(sizes.Width, device, type);
        RegisterComponents();
    }

    /// <inheritdoc cref="Attention.DistanceBias"/>
    public Tensor DistanceBias(int length) => _attention.DistanceBias(length);

    /// <summary>[batch, length, width] to the same.</summary>
    /// <param name="input">[batch, length, width]</param>
    /// <param name="bias">What is added to the scores: broadcast to [batch, heads, length, length].</param>
    public override Tensor forward(Tensor input, Tensor bias)
    {
        using var scope = NewDisposeScope();
        var normed = _norm.call(input);
        return (input + _attention.call(normed, normed, bias)).MoveToOuterDisposeScope();
    }
}
