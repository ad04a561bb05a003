using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>Steps from single precision to whole numbers.</summary>
internal static unsafe class Rounding
{
    // Adding and subtracting it rounds to a whole number.
    private const float Rounder = 12_582_912;

    /// <summary>The greatest magnitude; NaN counts for nothing.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="count">How many.</param>
    public static float Greatest(float* x, int count)
    {
        var most = Vector512<float>.Zero;
        var index = 0;
        for (; index + 16 <= count; index += 16)
        {
            var size = Vector512.Abs(Vector512.Load(x + index));
            most = Vector512.ConditionalSelect(Vector512.GreaterThan(size, most), size, most);
        }
        var greatest = Exponential.Max(most);
        for (; index < count; index++)
            greatest = Math.Abs(x[index]) > greatest ? Math.Abs(x[index]) : greatest;
        return greatest;
    }

    /// <summary>x · scale to the nearest whole number, ties to even.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="scale">Such that the results are within ±2²².</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Whole(Vector512<float> x, float scale) => Vector512.ConvertToInt32Native(
        Vector512.FusedMultiplyAdd(x, Vector512.Create(scale), Vector512.Create(Rounder)) - Vector512.Create(Rounder));

    /// <summary>The lowest bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Bytes(Vector512<int> x)
    {
        var words = Vector256.Narrow(x.GetLower(), x.GetUpper()).AsUInt16();
        return Vector128.Narrow(words.GetLower(), words.GetUpper());
    }
}
