using TorchSharp;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// COMMIT (MAGVIT §3.2): a condition is encoded as pixels of the whole clip's size, given where they are known and filled elsewhere; an id counts as
/// given when its block of pixels holds any that is.
/// </summary>
public static class Commit
{
    /// <summary>Which ids are given.</summary>
    /// <param name="pixels">
    /// Which pixels are given: true or false, [batch, frames, height, width], 1 + 4k frames, height and width multiples of 8.
    /// </param>
    /// <returns>True or false, [batch, latent frames, height / 8, width / 8].</returns>
    /// <exception cref="ArgumentException">The shape is not that of whole blocks.</exception>
    public static Tensor GivenIds(Tensor pixels)
    {
        if (pixels.dim() != 4 || pixels.shape[2] % VideoFormat.PixelStride != 0 || pixels.shape[3] % VideoFormat.PixelStride != 0)
        {
            throw new ArgumentException(
                $"given pixels must be [batch, frames, height, width], height and width multiples of {VideoFormat.PixelStride}; "
                + $"found [{string.Join(", ", pixels.shape)}].",
                nameof(pixels));
        }
        VideoFormat.CheckFrames((int)pixels.shape[1]);
        using var scope = NewDisposeScope();
        // The first frame is a block in time by itself: repeated, it fills one.
        var first = pixels.narrow(1, 0, 1).expand(-1, VideoFormat.FrameStride - 1, -1, -1);
        var blocks = cat([first, pixels], 1).to_type(ScalarType.Float32).unsqueeze(1);
        long[] block = [VideoFormat.FrameStride, VideoFormat.PixelStride, VideoFormat.PixelStride];
        return nn.functional.max_pool3d(blocks, block, block).squeeze(1).gt(0).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// What a masked-token model is given: target ids where they stay, and where they are masked the condition's ids if these are given, else the
    /// mask id.
    /// </summary>
    /// <param name="target">The ids of the clip.</param>
    /// <param name="condition">The ids of the condition, of the same shape.</param>
    /// <param name="given">Which ids are given, see <see cref="GivenIds"/>; of the same shape.</param>
    /// <param name="masked">Which ids are masked, true or false; of the same shape.</param>
    /// <param name="maskId">The id that stands for a masked one.</param>
    public static Tensor Corrupt(Tensor target, Tensor condition, Tensor given, Tensor masked, long maskId)
    {
        using var scope = NewDisposeScope();
        var hidden = where(given, condition, full_like(condition, maskId));
        return where(masked, hidden, target).MoveToOuterDisposeScope();
    }
}
