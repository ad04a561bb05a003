using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>The feed-forward layer of the normed input, added to the input.</summary>
internal sealed class FeedForwardLayer : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "DenseReluDense")] private readonly nn.Module<Tensor, Tensor> _dense;
    [ComponentName(Name = "layer_norm")] private readonly RootMeanSquareNorm _norm;

    /// <summary>Makes the layer.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public FeedForwardLayer(TextEncoderSpec sizes, Device? device, ScalarType? type) : base(nameof(FeedForwardLayer))
    {
        _dense = sizes.Gated ? new GatedFeedForward(sizes, device, type) : new FeedForward(sizes, device, type);
        _norm = new(sizes.Width, device, type);
        RegisterComponents();
    }

    /// <summary>[batch, length, width] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return (input + _dense.call(_norm.call(input))).MoveToOuterDisposeScope();
    }
}
