using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>Hides positions by what is added to the scores of attention.</summary>
internal static class MaskBias
{
    /// <summary>The number that hides a position: the lowest of the type; with infinity a row in which all are hidden would be undefined.</summary>
    /// <param name="type">The type of the scores.</param>
    public static double Hidden(ScalarType type) => finfo(type).min;

    /// <summary>0 for what is seen and <see cref="Hidden"/> for what is not: [batch, 1, 1, length], or one 0 when everything is seen.</summary>
    /// <param name="mask">[batch, length]: true for what is seen; null for everything.</param>
    /// <param name="type">The type of the scores.</param>
    /// <param name="device">Where the scores are.</param>
    public static Tensor Of(Tensor? mask, ScalarType type, Device device)
    {
        if (mask is null)
            return zeros(1, type, device);
        using var scope = NewDisposeScope();
        var hidden = mask.logical_not().unsqueeze(1).unsqueeze(1);
        return zeros(hidden.shape, type, device).masked_fill(hidden, Hidden(type)).MoveToOuterDisposeScope();
    }
}
