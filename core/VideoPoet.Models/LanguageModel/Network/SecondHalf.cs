using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>
/// What the low half of a visual code is predicted from: the state that predicted the high half, and that half, mixed by one feed-forward layer. It
/// is a small form of the sub-token transformer of Open-MAGVIT2 (Luo et al., arXiv 2409.04410).
/// </summary>
internal sealed class SecondHalf : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "high")] private readonly Embedding _high;
    [ComponentName(Name = "mlp_norm")] private readonly RootMeanSquareNorm _feedForwardNorm;
    [ComponentName(Name = "mlp")] private readonly FeedForward _feedForward;
    [ComponentName(Name = "norm")] private readonly RootMeanSquareNorm _norm;

    /// <summary>Makes the layers.</summary>
    /// <param name="codes">The values of a half.</param>
    /// <param name="width">The width of the residual stream.</param>
    /// <param name="inner">The inner width of the feed-forward layer.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public SecondHalf(long codes, int width, int inner, Device? device, ScalarType? type) : base(nameof(SecondHalf))
    {
        _high = Layers.Embedding(codes, width, device, type);
        _feedForwardNorm = new(width, device, type);
        _feedForward = new(width, inner, device, type);
        _norm = new(width, device, type);
        RegisterComponents();
    }

    /// <summary>[states, width] and int64 [states] to [states, width].</summary>
    /// <param name="states">The states after the final norm.</param>
    /// <param name="high">The high halves.</param>
    public override Tensor forward(Tensor states, Tensor high)
    {
        using var scope = NewDisposeScope();
        var mixed = states + _high.call(high);
        return _norm.call(mixed + _feedForward.call(_feedForwardNorm.ForProducts(mixed))).MoveToOuterDisposeScope();
    }
}
