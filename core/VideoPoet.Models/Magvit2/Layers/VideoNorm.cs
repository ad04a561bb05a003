using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Group normalisation with a learnt scale and shift a channel, and SiLU.</summary>
internal sealed class VideoNorm : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    private readonly bool _perFrame;

    public VideoNorm(long channels, LayerOptions options) : base(nameof(VideoNorm))
    {
        _weight = new Parameter(ones(channels, device: options.Device));
        _bias = new Parameter(zeros(channels, device: options.Device));
        _perFrame = options.PerFrame;
        RegisterComponents();
    }

    /// <summary>Normalises and activates frames, [batch, channels, frames, height, width].</summary>
    public override Tensor forward(Tensor frames)
    {
        using var scope = NewDisposeScope();
        return GroupNormalisation.Apply(frames, OverFrames(_weight), OverFrames(_bias), _perFrame, silu: true).MoveToOuterDisposeScope();
    }

    /// <summary>[channels] → [1, channels, 1]</summary>
    private static Tensor OverFrames(Tensor values) => values.unsqueeze(0).unsqueeze(-1);
}
