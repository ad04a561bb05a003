using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Halves time, height and width behind a blur, [1, 3, 3, 1] / 8 along each, so that patterns do not alias (arXiv 1904.11486).</summary>
internal static class BlurPool
{
    private const long Stride = 2;

    private static readonly float[] s_filter = [1 / 8f, 3 / 8f, 3 / 8f, 1 / 8f];

    /// <summary>[batch, channels, frames, height, width] → half of the last three, rounded up; around the edges are zeros.</summary>
    public static Tensor Halve(Tensor frames)
    {
        using var scope = NewDisposeScope();
        var shape = frames.shape;
        // One filter for all channels: they are as good as more samples.
        var result = frames.reshape(-1, 1, shape[2], shape[3], shape[4]);
        var filter = tensor(s_filter, dtype: frames.dtype, device: frames.device);
        for (var axis = 2; axis < 5; axis++)
            result = HalveAlong(result, axis, filter);
        return result.reshape(shape[0], shape[1], result.shape[2], result.shape[3], result.shape[4]).MoveToOuterDisposeScope();
    }

    private static Tensor HalveAlong(Tensor frames, int axis, Tensor filter)
    {
        var size = frames.shape[axis];
        // What makes ⌈size / 2⌉ places, more of it behind where it is odd.
        var added = ((size + 1) / Stride - 1) * Stride + s_filter.Length - size;
        var padding = new long[6];
        var last = 2 * (4 - axis); // pairs, the last dimension first
        (padding[last], padding[last + 1]) = (added / 2, added - added / 2);
        long[] kernel = [1, 1, 1, 1, 1], strides = [1, 1, 1];
        (kernel[axis], strides[axis - 2]) = (s_filter.Length, Stride);
        return nn.functional.conv3d(nn.functional.pad(frames, padding), filter.view(kernel), strides: strides);
    }
}
