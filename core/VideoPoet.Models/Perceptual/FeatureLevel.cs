using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>
/// One level of a <see cref="SmallFeatureNetwork"/>: filters, and how strongly they answer around each second place. The root of the mean square
/// (as in DISTS, arXiv 2004.07728) hardly changes when a texture moves by a pixel, and very much when it is blurred.
/// </summary>
internal sealed class FeatureLevel : nn.Module<Tensor, Tensor>
{
    private const long Window = 4;

    // Keeps the gradient of the root finite where no filter answers.
    private const double Least = 1e-6;

    [ComponentName(Name = "convolution")]
    private readonly Conv2d _convolution;

    public FeatureLevel(long inputs, long outputs, Device? device) : base(nameof(FeatureLevel))
    {
        _convolution = nn.Conv2d(inputs, outputs, 3L, padding: 1L, device: device);
        RegisterComponents();
    }

    /// <summary>[batch, inputs, height, width] → [batch, outputs, height / 2, width / 2]</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var answers = nn.functional.relu(_convolution.call(input)).square();
        return nn.functional.avg_pool2d(answers, Window, stride: 2, padding: 1, count_include_pad: false).add(Least).sqrt().MoveToOuterDisposeScope();
    }
}
