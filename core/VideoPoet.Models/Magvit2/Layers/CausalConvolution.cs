using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// A convolution of volumes that looks back in time only: before the first frame it sees zeros, around each frame too. A stride s in time makes
/// one frame of the first and one of every s that follow.
/// </summary>
internal sealed class CausalConvolution : nn.Module<Tensor, FrameMemory?, Tensor>
{
    [ComponentName(Name = "conv_1")]
    private readonly Conv3d _convolution;

    private readonly long _kernel;
    private readonly long[] _strides;

    /// <summary>Makes a convolution with equal kernel sizes.</summary>
    /// <param name="input">The channels of the input.</param>
    /// <param name="output">The channels of the output.</param>
    /// <param name="kernel">The size of a filter in time and space; odd.</param>
    /// <param name="bias">Whether it adds a bias.</param>
    /// <param name="device">Where its parameters are made.</param>
    /// <param name="timeStride">The step in time, at most <paramref name="kernel"/>.</param>
    /// <param name="spaceStride">The step in space.</param>
    public CausalConvolution(long input, long output, long kernel, bool bias, Device? device, long timeStride = 1, long spaceStride = 1)
        : base(nameof(CausalConvolution))
    {
        (_kernel, _strides) = (kernel, [timeStride, spaceStride, spaceStride]);
        _convolution = nn.Conv3d(input, output, (kernel, kernel, kernel), stride: (timeStride, spaceStride, spaceStride), bias: bias, device: device);
        RegisterComponents();
    }

    /// <summary>Convolves frames, [batch, channels, frames, height, width].</summary>
    /// <param name="frames">With a memory that has seen some: a multiple of the stride in time; else 1 more than a multiple.</param>
    /// <param name="memory">What was seen before; null when these are all frames.</param>
    public override Tensor forward(Tensor frames, FrameMemory? memory)
    {
        using var scope = NewDisposeScope();
        var isStart = memory?.Past(this) is null;
        var seen = Seen(frames, memory);
        // A first frame alone meets only zeros in the earlier slices of the filter.
        var (input, weight) = isStart && frames.shape[2] == 1
            ? (frames, _convolution.weight.narrow(2, _kernel - 1, 1))
            : (seen, _convolution.weight);
        var around = _kernel / 2;
        return nn.functional.conv3d(input, weight, _convolution.bias, _strides, [0, around, around]).MoveToOuterDisposeScope();
    }

    /// <summary>The frames behind those that they need; the last of them are remembered.</summary>
    private Tensor Seen(Tensor frames, FrameMemory? memory)
    {
        if (_kernel == 1)
            return frames;
        var seen = memory?.Past(this) is { } past
            ? cat([past, frames], 2)
            : nn.functional.pad(frames, [0L, 0, 0, 0, _kernel - 1, 0]);
        var needed = _kernel - _strides[0];
        memory?.Keep(this, seen.narrow(2, seen.shape[2] - needed, needed));
        return seen;
    }
}
