using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Models.Magvit2;

/// <summary>One resolution of encoder and decoder.</summary>
/// <param name="Channels">Its channels.</param>
/// <param name="TimeStride">The frames that become one on the way to the next coarser level.</param>
/// <param name="LatentFrames">The frames of this level that one latent frame stands for, after the first.</param>
/// <param name="IsCoarsest">Whether this is the level of the codes.</param>
internal sealed record Level(long Channels, long TimeStride, long LatentFrames, bool IsCoarsest)
{
    /// <summary>The levels, finest first: each halves height and width for the next, and the two last ways down halve time.</summary>
    /// <exception cref="ArgumentException">There is not one multiplier a level.</exception>
    public static IReadOnlyList<Level> Of(VideoTokenizerSpec sizes)
    {
        var count = sizes.Levels;
        if (sizes.Multipliers.Count != count)
            throw new ArgumentException($"multipliers must have {count} items, found {sizes.Multipliers.Count}.", nameof(sizes));
        var levels = new Level[count];
        var latentFrames = 1L;
        for (var i = count - 1; i >= 0; i--)
        {
            var timeStride = i < count - 1 && latentFrames < VideoFormat.FrameStride ? 2 : 1;
            latentFrames *= timeStride;
            levels[i] = new((long)sizes.Multipliers[i] * sizes.Channels, timeStride, latentFrames, i == count - 1);
        }
        return levels;
    }
}
