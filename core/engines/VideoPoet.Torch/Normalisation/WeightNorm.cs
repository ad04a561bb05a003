using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Torch;

/// <summary>
/// Weight normalisation: a weight is a direction times a magnitude per slice, w = g · v / ‖v‖ (Salimans and Kingma, arXiv 1602.07868).
/// PyTorch stores g as <c>weight_g</c> and v as <c>weight_v</c>.
/// </summary>
public static class WeightNorm
{
    /// <summary>The weight that a direction and magnitudes stand for; gradients flow to both.</summary>
    /// <param name="direction">v, of any shape.</param>
    /// <param name="magnitude">g: of size 1 in every dimension but <paramref name="dim"/>.</param>
    /// <param name="dim">The dimension that keeps its own magnitudes; the norm is taken over all others.</param>
    public static Tensor Weight(Tensor direction, Tensor magnitude, int dim = 0)
    {
        using var norm = Norm(direction, dim);
        using var scale = magnitude / norm;
        return direction * scale;
    }

    /// <summary>The magnitudes with which a direction stands for itself: what g is when a plain weight is split.</summary>
    /// <param name="weight">w, which becomes v unchanged.</param>
    /// <param name="dim">The dimension that keeps its own magnitudes.</param>
    public static Tensor Norm(Tensor weight, int dim = 0)
    {
        var others = Enumerable.Range(0, (int)weight.dim()).Where(d => d != dim).Select(d => (long)d).ToArray();
        using var squares = weight.square();
        using var sum = squares.sum(others, keepdim: true);
        return sum.sqrt();
    }
}
