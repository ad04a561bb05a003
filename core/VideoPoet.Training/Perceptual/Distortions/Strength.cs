using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>Strengths for changes that come in whole steps; the pictures that are changed together then have one.</summary>
internal static class Strength
{
    /// <summary>The step, from 0 to below their count, that the mean strength falls on.</summary>
    public static int Level(Tensor strengths, int count) => Math.Min(count - 1, (int)(Mean(strengths) * count));

    public static double Mean(Tensor strengths) => strengths.mean().ToDouble();
}
