using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>The feed-forward layer SwiGLU: w_down(silu(w_gate(x)) · w_up(x)) (Shazeer, arXiv 2002.05202).</summary>
internal sealed class FeedForward : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "w_gate")] private readonly Linear _gate;
    [ComponentName(Name = "w_up")] private readonly Linear _up;
    [ComponentName(Name = "w_down")] private readonly Linear _down;

    /// <summary>Makes the layer.</summary>
    /// <param name="width">The width of the residual stream.</param>
    /// <param name="inner">The inner width.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public FeedForward(int width, int inner, Device? device, ScalarType? type) : base(nameof(FeedForward))
    {
        _gate = Layers.Linear(width, inner, device, type);
        _up = Layers.Linear(width, inner, device, type);
        _down = Layers.Linear(inner, width, device, type);
        RegisterComponents();
    }

    /// <summary>[…, width] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return _down.call(TorchRuntime.Current.GatedSilu(_gate.call(input), _up.call(input))).MoveToOuterDisposeScope();
    }
}
