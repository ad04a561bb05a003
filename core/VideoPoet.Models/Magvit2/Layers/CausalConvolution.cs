using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// A convolution of volumes that looks back in time only: before the first frame it sees zeros, around each frame what
/// <see cref="FramePadding"/> says. A stride s in time makes one frame of the first and one of every s that follow.
/// </summary>
internal sealed class CausalConvolution : nn.Module<Tensor, FrameMemory?, Tensor>
{
    [ComponentName(Name = "conv_1")]
    private readonly Conv3d _convolution;

    private readonly long _kernel;
    private readonly long[] _strides;
    private readonly bool _isDense, _replicates;

    /// <summary>Makes a convolution with equal kernel sizes.</summary>
    /// <param name="input">The channels of the input.</param>
    /// <param name="output">The channels of the output.</param>
    /// <param name="kernel">The size of a filter in time and space; 1 or 3.</param>
    /// <param name="bias">Whether it adds a bias.</param>
    /// <param name="options">What all layers share.</param>
    /// <param name="timeStride">The step in time, at most <paramref name="kernel"/>.</param>
    /// <param name="spaceStride">The step in space.</param>
    public CausalConvolution(long input, long output, long kernel, bool bias, LayerOptions options, long timeStride = 1, long spaceStride = 1)
        : base(nameof(CausalConvolution))
    {
        (_kernel, _strides) = (kernel, [timeStride, spaceStride, spaceStride]);
        _isDense = kernel == 3 && timeStride == 1 && spaceStride == 1;
        _replicates = kernel > 1 && options.Padding == FramePadding.Replicate;
        _convolution = nn.Conv3d(input, output, (kernel, kernel, kernel), stride: (timeStride, spaceStride, spaceStride), bias: bias, device: options.Device);
        RegisterComponents();
    }

    /// <summary>Convolves frames, [batch, channels, frames, height, width].</summary>
    /// <param name="frames">With a memory that has seen some: a multiple of the stride in time; else 1 more than a multiple.</param>
    /// <param name="memory">What was seen before; null when these are all frames.</param>
    public override Tensor forward(Tensor frames, FrameMemory? memory)
    {
        using var scope = NewDisposeScope();
        var past = memory?.Past(this);
        var seen = past is null ? frames : cat([past, frames], 2);
        var zerosBefore = past is null ? _kernel - 1 : 0;
        if (_kernel > 1)
            memory?.Keep(this, Last(seen, _kernel - _strides[0]));
        var result = _isDense ? Dense(seen, zerosBefore)
            : memory is null ? Whole(seen, zerosBefore)
            : FrameByFrame(seen, zerosBefore);
        return result.MoveToOuterDisposeScope();
    }

    // Zeros around frames are the operator's own: of replicated edges its outermost results are left out.
    private Tensor Dense(Tensor frames, long zerosBefore)
    {
        var result = TorchRuntime.Current.CausalConvolution(
            _replicates ? WithEdges(frames) : frames, _convolution.weight, _convolution.bias, zerosBefore);
        return _replicates ? result.narrow(3, 1, frames.shape[3]).narrow(4, 1, frames.shape[4]).contiguous() : result;
    }

    private Tensor Convolve(Tensor frames) => Convolve(frames, _convolution.weight);

    private Tensor Convolve(Tensor frames, Tensor weight)
    {
        var around = _replicates ? 0 : _kernel / 2;
        return nn.functional.conv3d(_replicates ? WithEdges(frames) : frames, weight, _convolution.bias, _strides, [0, around, around]);
    }

    private Tensor Whole(Tensor frames, long zerosBefore) =>
        zerosBefore > 0 && frames.shape[2] == 1 ? FirstFrame(frames) : Convolve(WithZeros(frames, zerosBefore));

    /// <summary>Convolves the first frame of all, which meets only zeros in the earlier slices of the filter.</summary>
    private Tensor FirstFrame(Tensor frame) => Convolve(frame, _convolution.weight.narrow(2, _kernel - 1, 1));

    /// <summary>Convolves for each frame of the result on its own, so that it does not depend on how many there are.</summary>
    private Tensor FrameByFrame(Tensor frames, long zerosBefore)
    {
        var seen = WithZeros(frames, zerosBefore);
        List<Tensor> results = [];
        for (var first = 0L; first + _kernel <= seen.shape[2]; first += _strides[0])
        {
            results.Add(first == 0 && zerosBefore > 0 ? FirstFrame(frames.narrow(2, 0, 1)) : Convolve(seen.narrow(2, first, _kernel)));
        }
        return cat(results, 2);
    }

    /// <summary>The last frames of a number, with zeros in place of those before the first.</summary>
    private static Tensor Last(Tensor frames, long count)
    {
        var had = Math.Min(count, frames.shape[2]);
        return WithZeros(frames.narrow(2, frames.shape[2] - had, had), count - had);
    }

    private static Tensor WithEdges(Tensor frames)
    {
        var rows = WithEdges(frames, 3);
        return WithEdges(rows, 4);
    }

    private static Tensor WithEdges(Tensor frames, long dimension) => cat(
        [frames.narrow(dimension, 0, 1), frames, frames.narrow(dimension, frames.shape[(int)dimension] - 1, 1)], dimension);

    private static Tensor WithZeros(Tensor frames, long before) =>
        before == 0 ? frames : nn.functional.pad(frames, [0L, 0, 0, 0, before, 0]);
}
