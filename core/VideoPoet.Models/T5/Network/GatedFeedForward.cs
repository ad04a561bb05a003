using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>The feed-forward layer of T5 v1.1: wo(gelu(wi_0(x)) · wi_1(x)), with the tanh form of GELU (Shazeer, arXiv 2002.05202).</summary>
internal sealed class GatedFeedForward : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "wi_0")] private readonly Linear _gate;
    [ComponentName(Name = "wi_1")] private readonly Linear _inner;
    [ComponentName(Name = "wo")] private readonly Linear _output;

    /// <summary>Makes the layer.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public GatedFeedForward(TextEncoderSpec sizes, Device? device, ScalarType? type) : base(nameof(GatedFeedForward))
    {
        _gate = Layers.Linear(sizes.Width, sizes.FeedForward, device, type);
        _inner = Layers.Linear(sizes.Width, sizes.FeedForward, device, type);
        _output = Layers.Linear(sizes.FeedForward, sizes.Width, device, type);
        RegisterComponents();
    }

    /// <summary>[…, width] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var gate = nn.functional.gelu(_gate.call(input), GELU.Approximate.tanh);
        return _output.call(gate * _inner.call(input)).MoveToOuterDisposeScope();
    }
}
