using System.Numerics;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Group normalisation of frames, by statistics of each frame or of the whole clip.</summary>
internal static class GroupNormalisation
{
    /// <summary>Added to every variance.</summary>
    public const double Epsilon = 1e-6;

    private const int MostGroups = 32;

    // What the paper's finest level has. A group of one channel would lose the channel's mean, and with it the brightness of the frame.
    private const int FewestChannels = 4;

    /// <summary>
    /// Brings groups of channels to mean 0 and variance 1, scales and shifts them; 32 groups, or fewer where a group would have less than 4 channels.
    /// </summary>
    /// <param name="frames">[batch, channels, frames, height, width]</param>
    /// <param name="scale">[1 or batch, channels, 1 or frames]</param>
    /// <param name="shift">Of the same shape.</param>
    /// <param name="perFrame">Whether each frame has its own statistics.</param>
    /// <param name="silu">Whether SiLU follows.</param>
    public static Tensor Apply(Tensor frames, Tensor scale, Tensor shift, bool perFrame, bool silu) =>
        TorchRuntime.Current.FrameNorm(frames, scale, shift, Groups(frames.shape[1]), Epsilon, perFrame, silu);

    private static long Groups(long channels)
    {
        var most = BigInteger.GreatestCommonDivisor(MostGroups, Math.Max(channels / FewestChannels, 1));
        return (long)BigInteger.GreatestCommonDivisor(most, channels);
    }
}
