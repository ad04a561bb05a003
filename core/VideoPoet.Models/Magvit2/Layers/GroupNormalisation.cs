using System.Numerics;
using TorchSharp;
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

    /// <summary>Brings groups of channels to mean 0 and variance 1; 32 groups, or fewer where a group would have less than 4 channels.</summary>
    /// <param name="frames">[batch, channels, frames, height, width]</param>
    /// <param name="perFrame">Whether each frame has its own statistics.</param>
    /// <param name="weight">[channels]: scales; 1 when null.</param>
    /// <param name="bias">[channels]: shifts; 0 when null.</param>
    public static Tensor Apply(Tensor frames, bool perFrame, Tensor? weight = null, Tensor? bias = null)
    {
        var groups = Groups(frames.shape[1]);
        if (!perFrame)
            return nn.functional.group_norm(frames, groups, weight, bias, Epsilon);

        using var scope = NewDisposeScope();
        var single = frames.transpose(1, 2);
        return nn.functional.group_norm(single.flatten(0, 1), groups, weight, bias, Epsilon)
            .view(single.shape).transpose(1, 2).MoveToOuterDisposeScope();
    }

    private static long Groups(long channels)
    {
        var most = BigInteger.GreatestCommonDivisor(MostGroups, Math.Max(channels / FewestChannels, 1));
        return (long)BigInteger.GreatestCommonDivisor(most, channels);
    }
}
