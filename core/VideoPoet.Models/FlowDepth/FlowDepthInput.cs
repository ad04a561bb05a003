using static TorchSharp.torch;

namespace VideoPoet.Models.FlowDepth;

/// <summary>What a <see cref="FlowDepthNetwork"/> sees of a moment: its frame, the frames before and after it, and whether the one after is missing.</summary>
public static class FlowDepthInput
{
    /// <summary>The moments of a clip. The frame stands for the one before the first, and for the one after the last.</summary>
    /// <param name="clip">Pixels from −1 to 1, [frames, 3, height, width].</param>
    /// <returns>[frames, 10, height, width]</returns>
    public static Tensor OfClip(Tensor clip)
    {
        using var scope = NewDisposeScope();
        var count = clip.shape[0];
        var before = cat([clip.narrow(0, 0, 1), clip.narrow(0, 0, count - 1)]);
        var after = cat([clip.narrow(0, 1, count - 1), clip.narrow(0, count - 1, 1)]);
        var isLast = arange(count, device: clip.device).eq(count - 1).to_type(clip.dtype);
        return Of(before, clip, after, isLast).MoveToOuterDisposeScope();
    }

    /// <summary>Moments on their own.</summary>
    /// <param name="before">The frames before, pixels from −1 to 1, [batch, 3, height, width].</param>
    /// <param name="frames">The frames, likewise.</param>
    /// <param name="after">The frames after, likewise.</param>
    /// <param name="isLast">1 for a frame that nothing comes after, 0 for another, [batch].</param>
    /// <returns>[batch, 10, height, width]</returns>
    public static Tensor Of(Tensor before, Tensor frames, Tensor after, Tensor isLast)
    {
        using var scope = NewDisposeScope();
        var missing = isLast.view(-1, 1, 1, 1);
        var (height, width) = (frames.shape[2], frames.shape[3]);
        return cat([before, frames, after.mul(1 - missing).add(frames.mul(missing)), missing.expand(-1, 1, height, width)], 1)
            .MoveToOuterDisposeScope();
    }
}
