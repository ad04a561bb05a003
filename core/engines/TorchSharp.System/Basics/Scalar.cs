using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number that takes part in a tensor operation: an integer, a floating-point number or a truth value.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(ScalarType type, Value value)
    {
        Type = type;
        Value = value;
    }

    /// <summary>The type that the number came from.</summary>
    public ScalarType Type { get; }

    internal Value Value { get; }

    /// <summary>A scalar from a byte.</summary>
    public static implicit operator Scalar(byte value) => Integer(ScalarType.Byte, value);

    /// <summary>A scalar from a signed byte.</summary>
    public static implicit operator Scalar(sbyte value) => Integer(ScalarType.Int8, value);

    /// <summary>A scalar from a 16-bit integer.</summary>
    public static implicit operator Scalar(short value) => Integer(ScalarType.Int16, value);

    /// <summary>A scalar from a 32-bit integer.</summary>
    public static implicit operator Scalar(int value) => Integer(ScalarType.Int32, value);

    /// <summary>A scalar from a 64-bit integer.</summary>
    public static implicit operator Scalar(long value) => Integer(ScalarType.Int64, value);

    /// <summary>A scalar from a half-precision number.</summary>
    public static implicit operator Scalar(Half value) => Real(ScalarType.Float16, (double)value);

    /// <summary>A scalar from a bfloat16 number.</summary>
    public static implicit operator Scalar(BFloat16 value) => Real(ScalarType.BFloat16, (double)value);

    /// <summary>A scalar from a single-precision number.</summary>
    public static implicit operator Scalar(float value) => Real(ScalarType.Float32, value);

    /// <summary>A scalar from a double-precision number.</summary>
    public static implicit operator Scalar(double value) => Real(ScalarType.Float64, value);

    /// <summary>A scalar from a truth value.</summary>
    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, new Value { Kind = ValueKind.Bool, Integer = value ? 1 : 0 });

    /// <summary>Does nothing: a scalar here holds no native memory.</summary>
    public void Dispose()
    {
    }

    private static Scalar Integer(ScalarType type, long value) => new(type, new Value { Kind = ValueKind.Int, Integer = value });

    private static Scalar Real(ScalarType type, double value) => new(type, new Value { Kind = ValueKind.Double, Real = value });
}
