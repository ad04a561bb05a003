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

    /// <summary>Brings groups of channels to mean 0 and variance 1; 32 groups, or as many as divide both 32 and the channels.</summary>
    /// <param name="frames">[batch, channels, frames, height, width]</param>
    /// <param name="perFrame">Whether each frame has its own statistics.</param>
    /// <param name="weight">[channels]: scales; 1 when null.</param>
    /// <param name="bias">[channels]: shifts; 0 when null.</param>
    public static Tensor Apply(Tensor frames, bool perFrame, Tensor? weight = null, Tensor? bias = null)
    {
        var groups = (long)BigInteger.GreatestCommonDivisor(MostGroups, frames.shape[1]);
        if (!perFrame)
            return nn.functional.group_norm(frames, groups, weight, bias, Epsilon);

        using var scope = NewDisposeScope();
        var single = frames.transpose(1, 2);
        return nn.functional.group_norm(single.flatten(0, 1), groups, weight, bias, Epsilon)
            .view(single.shape).transpose(1, 2).MoveToOuterDisposeScope();
    }
}
