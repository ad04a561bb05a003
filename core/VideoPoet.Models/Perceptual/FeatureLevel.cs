using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>One resolution of a <see cref="SmallFeatureNetwork"/>.</summary>
internal sealed class FeatureLevel : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "convolution")]
    private readonly Conv2d _convolution;

    public FeatureLevel(long inputs, long outputs, Device? device) : base(nameof(FeatureLevel))
    {
        _convolution = nn.Conv2d(inputs, outputs, 3L, padding: 1L, device: device);
        RegisterComponents();
    }

    /// <summary>[batch, inputs, height, width] → [batch, outputs, height, width]</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return nn.functional.silu(_convolution.call(input)).MoveToOuterDisposeScope();
    }
}
