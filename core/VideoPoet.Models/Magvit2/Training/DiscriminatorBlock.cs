using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Two convolutions with a halving between them, beside a halved skip connection.</summary>
internal sealed class DiscriminatorBlock : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "conv1")]
    private readonly Conv3d _convolution1;

    [ComponentName(Name = "conv2")]
    private readonly Conv3d _convolution2;

    [ComponentName(Name = "skip")]
    private readonly Conv3d _skip;

    public DiscriminatorBlock(long input, long output, Device? device) : base(nameof(DiscriminatorBlock))
    {
        _convolution1 = nn.Conv3d(input, input, 3L, padding: 1L, device: device);
        _convolution2 = nn.Conv3d(input, output, 3L, padding: 1L, device: device);
        _skip = nn.Conv3d(input, output, 1L, bias: false, device: device);
        RegisterComponents();
    }

    /// <summary>[batch, input, frames, height, width] → [batch, output, half of the last three, rounded up]</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var branch = BlurPool.Halve(Discriminator.Activate(_convolution1.call(input)));
        branch = Discriminator.Activate(_convolution2.call(branch));
        var skip = _skip.call(BlurPool.Halve(input));
        return branch.add(skip).div(Math.Sqrt(2)).MoveToOuterDisposeScope();
    }
}
