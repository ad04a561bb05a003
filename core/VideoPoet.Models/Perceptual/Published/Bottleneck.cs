using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>A residual block of ResNet-50: narrow, convolve, widen. The stride is that of the middle convolution, as in torchvision.</summary>
internal sealed class Bottleneck : nn.Module<Tensor, Tensor>
{
    public const long Expansion = 4;

    [ComponentName(Name = "conv1")]
    private readonly Conv2d _convolution1;

    [ComponentName(Name = "bn1")]
    private readonly FrozenNormalisation _normalisation1;

    [ComponentName(Name = "conv2")]
    private readonly Conv2d _convolution2;

    [ComponentName(Name = "bn2")]
    private readonly FrozenNormalisation _normalisation2;

    [ComponentName(Name = "conv3")]
    private readonly Conv2d _convolution3;

    [ComponentName(Name = "bn3")]
    private readonly FrozenNormalisation _normalisation3;

    [ComponentName(Name = "downsample")]
    private readonly Sequential? _shortcut;

    public Bottleneck(long inputs, long width, long stride, Device? device) : base(nameof(Bottleneck))
    {
        var outputs = width * Expansion;
        _convolution1 = nn.Conv2d(inputs, width, 1L, bias: false, device: device);
        _normalisation1 = new(width, device);
        _convolution2 = nn.Conv2d(width, width, 3L, stride: stride, padding: 1L, bias: false, device: device);
        _normalisation2 = new(width, device);
        _convolution3 = nn.Conv2d(width, outputs, 1L, bias: false, device: device);
        _normalisation3 = new(outputs, device);
        if (inputs != outputs)
        {
            _shortcut = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1L, stride: stride, bias: false, device: device), new FrozenNormalisation(outputs, device));
        }
        RegisterComponents();
    }

    /// <summary>[batch, inputs, height, width] → [batch, 4 · width, height / stride, width / stride]</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var branch = nn.functional.relu(_normalisation1.call(_convolution1.call(input)));
        branch = nn.functional.relu(_normalisation2.call(_convolution2.call(branch)));
        branch = _normalisation3.call(_convolution3.call(branch));
        return nn.functional.relu(branch.add(_shortcut?.call(input) ?? input)).MoveToOuterDisposeScope();
    }
}
