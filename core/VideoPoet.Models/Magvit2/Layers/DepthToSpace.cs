using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Unfolds channels into time and space.</summary>
internal static class DepthToSpace
{
    /// <summary>The factor in height and in width.</summary>
    public const long Space = 2;

    /// <summary>
    /// [batch, time · 4 · channels, frames, height, width] → [batch, channels, time · frames, 2 · height, 2 · width]; the place in the unfolded
    /// block is the slow part of a channel's index, the channel the fast one.
    /// </summary>
    /// <param name="folded">What is unfolded.</param>
    /// <param name="time">The factor in time.</param>
    public static Tensor Unfold(Tensor folded, long time)
    {
        using var scope = NewDisposeScope();
        var shape = folded.shape;
        var (batch, frames, height, width) = (shape[0], shape[2], shape[3], shape[4]);
        var channels = shape[1] / (time * Space * Space);
        return folded.reshape(batch, time, Space, Space, channels, frames, height, width)
            .permute(0, 4, 5, 1, 6, 2, 7, 3)
            .reshape(batch, channels, frames * time, height * Space, width * Space)
            .MoveToOuterDisposeScope();
    }
}
