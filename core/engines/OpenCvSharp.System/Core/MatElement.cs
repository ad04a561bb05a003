using System.Collections.Frozen;

namespace OpenCvSharp;

/// <summary>Which element type of an image a managed value type stands for.</summary>
internal static class MatElement
{
    private static readonly FrozenDictionary<Type, MatType> Types = new Dictionary<Type, MatType>
    {
        [typeof(byte)] = MatType.CV_8UC1,
        [typeof(sbyte)] = MatType.CV_8SC1,
        [typeof(ushort)] = MatType.CV_16UC1,
        [typeof(short)] = MatType.CV_16SC1,
        [typeof(int)] = MatType.CV_32SC1,
        [typeof(float)] = MatType.CV_32FC1,
        [typeof(double)] = MatType.CV_64FC1,
        [typeof(Vec3b)] = MatType.CV_8UC3,
        [typeof(Vec2f)] = MatType.CV_32FC2,
        [typeof(Point)] = MatType.CV_32SC2,
        [typeof(Point2f)] = MatType.CV_32FC2,
        [typeof(Size)] = MatType.CV_32SC2,
        [typeof(Size2f)] = MatType.CV_32FC2,
        [typeof(Rect)] = MatType.CV_32SC4,
    }.ToFrozenDictionary();

    /// <summary>The element type that <typeparamref name="T"/> stands for.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static MatType TypeOf<T>() =>
        Types.TryGetValue(typeof(T), out var type) ? type : throw new ArgumentException($"Type argument {typeof(T)} is not supported");

    /// <summary>Whether an image's elements can be copied from and to <typeparamref name="T"/>: signed and unsigned integers go together.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> stands for no element type.</exception>
    internal static bool Fits<T>(MatType type)
    {
        var own = TypeOf<T>();
        return own.Channels == type.Channels && (own.Depth == type.Depth || (Unsigned(own) == Unsigned(type) && own.Depth <= MatType.CV_16S));

        static int Unsigned(MatType t) => t.Depth is MatType.CV_8S or MatType.CV_16S ? t.Depth - 1 : t.Depth;
    }
}
