using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>Adds products of bytes to sums of 32 bits. Sums are exact: the total over all lanes is the same with any instructions.</summary>
internal interface IIntegerDot
{
    /// <summary>Adds 32 products in any grouping.</summary>
    static abstract Vector256<int> Add(Vector256<int> sums, Vector256<byte> left, Vector256<sbyte> right);
}

/// <summary>One instruction for 32 products.</summary>
internal readonly struct VnniDot : IIntegerDot
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sums, Vector256<byte> left, Vector256<sbyte> right) =>
        AvxVnni.MultiplyWideningAndAdd(sums, left, right);
}

/// <summary>Products of 16 bits: those of bytes could exceed what the instruction for bytes can add up.</summary>
internal readonly struct Avx2Dot : IIntegerDot
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sums, Vector256<byte> left, Vector256<sbyte> right) =>
        sums
        + Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(left.GetLower()), Avx2.ConvertToVector256Int16(right.GetLower()))
        + Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(left.GetUpper()), Avx2.ConvertToVector256Int16(right.GetUpper()));
}

/// <summary>For any processor.</summary>
internal readonly struct PortableDot : IIntegerDot
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sums, Vector256<byte> left, Vector256<sbyte> right)
    {
        // A product is 255 · 127 at most, which 16 bits hold.
        var lower = Vector256.WidenLower(left).AsInt16() * Vector256.WidenLower(right);
        var upper = Vector256.WidenUpper(left).AsInt16() * Vector256.WidenUpper(right);
        return sums + Vector256.WidenLower(lower) + Vector256.WidenUpper(lower) + Vector256.WidenLower(upper) + Vector256.WidenUpper(upper);
    }
}
