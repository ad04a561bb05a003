using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>How keys and values are held.</summary>
/// <typeparam name="T">The type in memory.</typeparam>
internal unsafe interface IElement<T>
    where T : unmanaged
{
    /// <summary>Reads sixteen numbers.</summary>
    static abstract Vector512<float> Load(T* source);

    /// <summary>The form of a number.</summary>
    static abstract T Of(float value);
}

/// <summary>As they are.</summary>
internal readonly unsafe struct FloatElement : IElement<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* source) => Vector512.Load(source);

    public static float Of(float value) => value;
}

/// <summary>Rounded to bfloat16.</summary>
internal readonly unsafe struct BriefElement : IElement<ushort>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ushort* source)
    {
        var brief = Vector256.Load(source);
        if (Avx512F.IsSupported)
            return Vector512.ShiftLeft(Avx512F.ConvertToVector512UInt32(brief), 16).AsSingle();
        var (lower, upper) = Vector256.Widen(brief);
        return Vector512.ShiftLeft(Vector512.Create(lower, upper), 16).AsSingle();
    }

    public static ushort Of(float value) => Brief.Round(value);
}
