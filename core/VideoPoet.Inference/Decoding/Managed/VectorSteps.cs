using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Steps on single vectors, whose memory is padded to a multiple of 16 by zeros.</summary>
internal static unsafe class VectorSteps
{
    // As in the network: see RootMeanSquareNorm of the models.
    private const float Epsilon = 1e-6f;

    /// <summary>x / √(mean of x² + ε) · weight.</summary>
    /// <param name="x">The vector.</param>
    /// <param name="weight">The scales, padded as well.</param>
    /// <param name="y">The result; may be the vector itself.</param>
    /// <param name="width">The numbers.</param>
    [MethodImpl(Compile.AtOnce)]
    public static void Norm(float* x, float* weight, float* y, int width)
    {
        var squares = Vector512<float>.Zero;
        for (var index = 0; index < width; index += 16)
        {
            var v = Vector512.Load(x + index);
            squares = Vector512.FusedMultiplyAdd(v, v, squares);
        }
        var scale = Vector512.Create(1 / MathF.Sqrt(Exponential.Sum(squares) / width + Epsilon));
        for (var index = 0; index < width; index += 16)
            Vector512.Store(Vector512.Load(x + index) * scale * Vector512.Load(weight + index), y + index);
    }

    /// <summary>silu(gate) · up into <paramref name="y"/>.</summary>
    /// <param name="gate">Numbers.</param>
    /// <param name="up">As many.</param>
    /// <param name="y">The result.</param>
    /// <param name="count">How many; nothing beyond is written.</param>
    [MethodImpl(Compile.AtOnce)]
    public static void Gated(float* gate, float* up, float* y, int count)
    {
        var index = 0;
        for (; index + 16 <= count; index += 16)
            Vector512.Store(Exponential.Silu(Vector512.Load(gate + index)) * Vector512.Load(up + index), y + index);
        if (index == count)
            return;
        var rest = stackalloc float[16];
        for (var lane = 0; lane < 16; lane++)
            rest[lane] = index + lane < count ? gate[index + lane] : 0;
        Vector512.Store(Exponential.Silu(Vector512.Load(rest)), rest);
        for (var lane = 0; index + lane < count; lane++)
            y[index + lane] = rest[lane] * up[index + lane];
    }
}
