using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>How floating-point weights, keys and values are held: by 32 numbers, which are read as two vectors of sixteen.</summary>
/// <typeparam name="T">The type in memory.</typeparam>
internal unsafe interface IElement<T>
    where T : unmanaged
{
    /// <summary>Reads 32 numbers.</summary>
    static abstract (Vector512<float> First, Vector512<float> Second) Load(T* source);

    /// <summary>Where a number of such a pair of vectors lies.</summary>
    /// <param name="isSecond">Whether it is one of the second vector.</param>
    /// <param name="lane">Its place in the vector.</param>
    static abstract int Place(bool isSecond, int lane);

    /// <summary>The form of a number.</summary>
    static abstract T Of(float value);
}

/// <summary>As they are.</summary>
internal readonly unsafe struct FloatElement : IElement<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> First, Vector512<float> Second) Load(float* source) => (Vector512.Load(source), Vector512.Load(source + 16));

    public static int Place(bool isSecond, int lane) => isSecond ? 16 + lane : lane;

    public static float Of(float value) => value;
}

/// <summary>Rounded to bfloat16, two numbers side by side, so that one reading gives both vectors.</summary>
internal readonly unsafe struct BriefElement : IElement<ushort>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> First, Vector512<float> Second) Load(ushort* source)
    {
        var pairs = Vector512.Load(source).AsUInt32();
        return (Vector512.ShiftLeft(pairs, 16).AsSingle(), (pairs & Vector512.Create(0xFFFF_0000u)).AsSingle());
    }

    public static int Place(bool isSecond, int lane) => 2 * lane + (isSecond ? 1 : 0);

    public static ushort Of(float value) => Brief.Round(value);
}
