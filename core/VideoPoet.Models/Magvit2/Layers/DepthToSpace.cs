using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Unfolds channels into time and space, and folds space into channels.</summary>
/// <remarks>The place in the unfolded block is the slow part of a channel's index, the channel the fast one.</remarks>
internal static class DepthToSpace
{
    /// <summary>[batch, time · space² · channels, frames, height, width] → [batch, channels, time · frames, space · height, space · width]</summary>
    /// <param name="folded">What is unfolded.</param>
    /// <param name="time">The factor in time.</param>
    /// <param name="space">The factor in height and in width.</param>
    public static Tensor Unfold(Tensor folded, long time, long space)
    {
        if (time == 1 && space == 1)
            return folded.alias();
        using var scope = NewDisposeScope();
        var shape = folded.shape;
        var (batch, frames, height, width) = (shape[0], shape[2], shape[3], shape[4]);
        var channels = shape[1] / (time * space * space);
        return folded.reshape(batch, time, space, space, channels, frames, height, width)
            .permute(0, 4, 5, 1, 6, 2, 7, 3)
            .reshape(batch, channels, frames * time, height * space, width * space)
            .MoveToOuterDisposeScope();
    }

    /// <summary>[batch, channels, frames, space · height, space · width] → [batch, space² · channels, frames, height, width]</summary>
    /// <param name="unfolded">What is folded.</param>
    /// <param name="space">The factor in height and in width.</param>
    public static Tensor Fold(Tensor unfolded, long space)
    {
        if (space == 1)
            return unfolded.alias();
        using var scope = NewDisposeScope();
        var shape = unfolded.shape;
        var (batch, channels, frames, height, width) = (shape[0], shape[1], shape[2], shape[3] / space, shape[4] / space);
        return unfolded.reshape(batch, channels, frames, height, space, width, space)
            .permute(0, 4, 6, 1, 2, 3, 5)
            .reshape(batch, space * space * channels, frames, height, width)
            .MoveToOuterDisposeScope();
    }
}
