using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>Draws from libtorch's random numbers, which are seeded before every step.</summary>
internal static class Chance
{
    /// <summary>One number a picture, [count, 1, 1, 1].</summary>
    public static Tensor Between(long count, double low, double high) => rand([count, 1, 1, 1]).mul(high - low).add(low);

    /// <summary>−1 or 1 a picture, [count, 1, 1, 1].</summary>
    public static Tensor Sign(long count) => rand([count, 1, 1, 1]).lt(0.5).to_type(ScalarType.Float32).mul(2).sub(1);

    /// <summary>A whole number from 0 to below a bound.</summary>
    public static int Below(int bound) => (int)randint(0L, bound, [1]).ToInt64();

    /// <summary>One of some things.</summary>
    public static T OneOf<T>(IReadOnlyList<T> things) => things[Below(things.Count)];
}
