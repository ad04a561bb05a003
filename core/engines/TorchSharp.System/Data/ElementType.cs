using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which .NET type stands for which type of element.</summary>
internal static class ElementType
{
    /// <summary>The .NET type of a tensor's elements.</summary>
    public static Type ToDotNet(ScalarType type) => type switch
    {
        ScalarType.Byte => typeof(byte),
        ScalarType.Int8 => typeof(sbyte),
        ScalarType.Int16 => typeof(short),
        ScalarType.Int32 => typeof(int),
        ScalarType.Int64 => typeof(long),
        ScalarType.Float16 => typeof(Half),
        ScalarType.BFloat16 => typeof(BFloat16),
        ScalarType.Float32 => typeof(float),
        ScalarType.Float64 => typeof(double),
        ScalarType.ComplexFloat32 => typeof((float, float)),
        ScalarType.ComplexFloat64 => typeof(Complex),
        ScalarType.Bool => typeof(bool),
        _ => throw new NotSupportedException($"Elements of type {type} have no .NET type."),
    };

    /// <summary>The type of element that a .NET type stands for.</summary>
    public static ScalarType FromDotNet(Type type) =>
        Enum.GetValues<ScalarType>().Where(candidate => candidate is < ScalarType.QInt8 or > ScalarType.QInt32)
            .Where(candidate => ToDotNet(candidate) == type).Cast<ScalarType?>().FirstOrDefault()
        ?? throw new NotSupportedException($"There is no type of element for the .NET type {type}.");

    /// <summary>The type of element that a .NET type stands for.</summary>
    public static ScalarType Of<T>() => Cache<T>.Type;

    /// <summary>Throws unless elements of a type are .NET values of type <typeparamref name="T"/>.</summary>
    public static void Require<T>(ScalarType type)
    {
        if (type != Of<T>())
            throw new ArgumentException($"The elements are {type}, which is {ToDotNet(type).Name} in .NET and not {typeof(T).Name}.");
    }

    private static class Cache<T>
    {
        public static readonly ScalarType Type = FromDotNet(typeof(T));
    }
}
