using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>A residual unit of the spectrum discriminator, which makes spectra fewer by its strides (SoundStream §III-D, figure 4).</summary>
internal sealed class SpectrumBlock : nn.Module<Tensor, Tensor>
{
    private const int TimeDimension = 2;

    [ComponentName(Name = "first")] private readonly WeightNormLayer _first;
    [ComponentName(Name = "second")] private readonly WeightNormLayer _second;
    [ComponentName(Name = "skip")] private readonly WeightNormLayer _skip;

    public SpectrumBlock(int input, int output, int timeStride, int frequencyStride, Device? device) : base(nameof(SpectrumBlock))
    {
        var stride = (timeStride, frequencyStride);
        _first = WeightNormLayer.Conv2d(input, input, (3, 3), (1, 1), (1, 1), device);
        _second = WeightNormLayer.Conv2d(input, output, (timeStride + 2, frequencyStride + 2), stride, (1, 1), device);
        _skip = WeightNormLayer.Conv2d(input, output, (1, 1), stride, (0, 0), device);
        RegisterComponents();
    }

    /// <summary>[batch, input, time, frequency] → [batch, output, time / time stride, frequency / frequency stride]</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var change = _second.call(_first.call(input).leaky_relu(FeatureNetwork.Slope));
        // An odd number of spectra leaves the skip one more than the change has.
        var kept = _skip.call(input).narrow(TimeDimension, 0, change.size(TimeDimension));
        return (kept + change).MoveToOuterDisposeScope();
    }
}
