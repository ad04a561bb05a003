using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>The feed-forward layer of T5 v1.0: wo(relu(wi(x))).</summary>
internal sealed class FeedForward : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "wi")] private readonly Linear _inner;
    [ComponentName(Name = "wo")] private readonly Linear _output;

    /// <summary>Makes the layer.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public FeedForward(TextEncoderSpec sizes, Device? device, ScalarType? type) : base(nameof(FeedForward))
    {
        _inner = Layers.Linear(sizes.Width, sizes.FeedForward, device, type);
        _output = Layers.Linear(sizes.FeedForward, sizes.Width, device, type);
        RegisterComponents();
    }

    /// <summary>[…, width] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return _output.call(_inner.call(input).relu()).MoveToOuterDisposeScope();
    }
}
