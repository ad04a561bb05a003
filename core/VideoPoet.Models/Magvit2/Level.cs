using VideoPoet.Specs;

namespace VideoPoet.Models.Magvit2;

/// <summary>One resolution of encoder and decoder.</summary>
/// <param name="Channels">Its channels.</param>
/// <param name="TimeStride">The frames that become one on the way to the next coarser level.</param>
/// <param name="LatentFrames">The frames of this level that one latent frame stands for, after the first.</param>
/// <param name="IsCoarsest">Whether this is the level of the codes.</param>
internal sealed record Level(long Channels, long TimeStride, long LatentFrames, bool IsCoarsest)
{
    /// <summary>Levels of a tokenizer: each halves height and width for the next, 128 → 64 → 32 → 16.</summary>
    public const int Count = 4;

    /// <summary>The levels, finest first; time is halved on the two last ways down.</summary>
    /// <exception cref="ArgumentException">There is not one multiplier a level.</exception>
    public static IReadOnlyList<Level> Of(VideoTokenizerSpec sizes)
    {
        if (sizes.Multipliers.Count != Count)
            throw new ArgumentException($"multipliers must have {Count} items, found {sizes.Multipliers.Count}.", nameof(sizes));
        ReadOnlySpan<long> timeStrides = [1, 2, 2, 1];
        var levels = new Level[Count];
        var latentFrames = 1L;
        for (var i = Count - 1; i >= 0; i--)
        {
            latentFrames *= timeStrides[i];
            levels[i] = new((long)sizes.Multipliers[i] * sizes.Channels, timeStrides[i], latentFrames, i == Count - 1);
        }
        return levels;
    }
}
