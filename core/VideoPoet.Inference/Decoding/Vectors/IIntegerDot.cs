using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>Adds products of bytes to sums of 32 bits. They are exact: the same with any instructions.</summary>
internal interface IIntegerDot
{
    /// <summary>How many products a sum holds, whatever they are.</summary>
    const int Most = 65_536;

    /// <summary>Adds to each sum the products of its four bytes.</summary>
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
        + Avx2.MultiplyAddAdjacent(EveryOther.Even(left), EveryOther.Even(right))
        + Avx2.MultiplyAddAdjacent(EveryOther.Odd(left), EveryOther.Odd(right));
}

/// <summary>For any processor.</summary>
internal readonly struct PortableDot : IIntegerDot
{
    // A product is 255 · 128 at most, which 16 bits hold.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sums, Vector256<byte> left, Vector256<sbyte> right) =>
        sums + Adjacent(EveryOther.Even(left) * EveryOther.Even(right)) + Adjacent(EveryOther.Odd(left) * EveryOther.Odd(right));

    private static Vector256<int> Adjacent(Vector256<short> products) => ((products.AsInt32() << 16) >> 16) + (products.AsInt32() >> 16);
}

/// <summary>The bytes at even or at odd places as numbers of 16 bits.</summary>
file static class EveryOther
{
    public static Vector256<short> Even(Vector256<byte> bytes) => bytes.AsInt16() & Vector256.Create((short)byte.MaxValue);

    public static Vector256<short> Even(Vector256<sbyte> bytes) => (bytes.AsInt16() << 8) >> 8;

    public static Vector256<short> Odd(Vector256<byte> bytes) => bytes.AsInt16() >>> 8;

    public static Vector256<short> Odd(Vector256<sbyte> bytes) => bytes.AsInt16() >> 8;
}
