using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Group normalisation with a learnt scale and shift a channel.</summary>
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

    /// <summary>Normalises frames, [batch, channels, frames, height, width], in the precision of the parameters.</summary>
    public override Tensor forward(Tensor frames)
    {
        using var scope = NewDisposeScope();
        return GroupNormalisation.Apply(frames.to_type(_weight.dtype), _perFrame, _weight, _bias).MoveToOuterDisposeScope();
    }
}
