using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>
/// Functions of sixteen numbers at once. Every operation rounds as IEEE 754 says, so that the result is the same, bit for bit, with any instruction
/// set: <see cref="Vector512"/> falls apart into shorter vectors where there are none of 512 bits.
/// </summary>
internal static class Exponential
{
    // Below, e^x is less than the least normal number and counts as 0; above, it is infinite.
    private const float Least = -87.33654f, Most = 88.72283f;

    // Adding and subtracting it rounds to a whole number.
    private const float Rounder = 12_582_912;

    /// <summary>eˣ, off by two units in the last place at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        // x = n ln 2 + r with |r| ≤ ln 2 / 2; ln 2 in two parts, so that r is exact enough (Cody and Waite).
        var clamped = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(Most)), x, Vector512.Create(Most));
        clamped = Vector512.ConditionalSelect(Vector512.GreaterThan(clamped, Vector512.Create(Least)), clamped, Vector512.Create(Least));
        var n = Vector512.FusedMultiplyAdd(clamped, Vector512.Create(1.44269504f), Vector512.Create(Rounder)) - Vector512.Create(Rounder);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), clamped);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        // The polynomial of Cephes' expf.
        var y = Vector512.Create(1.9875691500e-4f);
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(1.3981999507e-3f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(8.3334519073e-3f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(4.1665795894e-2f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(1.6666665459e-1f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(5.0000001201e-1f));
        y = Vector512.FusedMultiplyAdd(y, r * r, r + Vector512.Create(1f));
        // 2ⁿ in two factors: n may be 128, which one factor cannot hold.
        var whole = Vector512.ConvertToInt32Native(n);
        var half = whole >> 1;
        y *= Vector512.ShiftLeft(half + Vector512.Create(127), 23).AsSingle();
        y *= Vector512.ShiftLeft(whole - half + Vector512.Create(127), 23).AsSingle();
        y = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(Least)), y, Vector512<float>.Zero);
        y = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(Most)), Vector512.Create(float.PositiveInfinity), y);
        // Not a number stays none.
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), y, x);
    }

    /// <summary>x / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Silu(Vector512<float> x) => x / (Vector512.Create(1f) + Exp(-x));

    /// <summary>The sum, in an order that does not depend on the instruction set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> x)
    {
        var eight = x.GetLower() + x.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return four.GetElement(0) + four.GetElement(2) + (four.GetElement(1) + four.GetElement(3));
    }

    /// <summary>The greatest; NaN counts for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector512<float> x)
    {
        var eight = Greater(x.GetLower(), x.GetUpper());
        var most = float.NegativeInfinity;
        for (var index = 0; index < Vector256<float>.Count; index++)
            most = eight.GetElement(index) > most ? eight.GetElement(index) : most;
        return most;

        static Vector256<float> Greater(Vector256<float> a, Vector256<float> b) => Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);
    }
}
