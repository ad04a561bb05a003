using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>The squared difference of decoded pixels from real ones, in which pixels that move may count for more.</summary>
/// <remarks>
/// A small object that moves is a small part of the pixels but most of what can be seen to be wrong. The weights of a batch average to 1, so that
/// the loss of clips at rest is the mean squared error.
/// </remarks>
/// <param name="motion">The additional weight of a pixel that moves, at least 0; 0 gives the mean squared error.</param>
public sealed class ReconstructionLoss(double motion = 0)
{
    // A change of a tenth of half the range, or of more, between neighbouring frames is motion; noise of a camera is far below.
    private const double FullMotion = 0.1;

    private readonly double _motion = motion >= 0
        ? motion
        : throw new ArgumentOutOfRangeException(nameof(motion), motion, "the additional weight of motion must be at least 0.");

    /// <summary>The weighted mean squared difference.</summary>
    /// <param name="decoded">[batch, 3, frames, height, width], from −1 to 1.</param>
    /// <param name="real">Of the same shape.</param>
    /// <returns>A scalar.</returns>
    public Tensor Of(Tensor decoded, Tensor real)
    {
        using var scope = NewDisposeScope();
        var squares = decoded.to_type(real.dtype).sub(real).square();
        if (_motion == 0 || real.shape[2] == 1)
            return squares.mean().MoveToOuterDisposeScope();
        var weights = Motion(real).mul(_motion).add(1);
        return squares.mean([1L], keepdim: true).mul(weights).mean().div(weights.mean()).MoveToOuterDisposeScope();
    }

    /// <summary>How much pixels move, 0 to 1, [batch, 1, frames, height, width]: the larger change to the frame before or after.</summary>
    private static Tensor Motion(Tensor clips)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var frames = clips.shape[2];
        var change = clips.narrow(2, 1, frames - 1).sub(clips.narrow(2, 0, frames - 1)).abs().mean([1L], keepdim: true);
        var none = zeros_like(change.narrow(2, 0, 1));
        var around = maximum(cat([none, change], 2), cat([change, none], 2));
        return around.div(FullMotion).clamp(0, 1).MoveToOuterDisposeScope();
    }
}
