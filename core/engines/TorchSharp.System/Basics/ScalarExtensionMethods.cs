using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Conversions between scalars and .NET values; fractions are dropped, and values that do not fit throw.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this Half value) => value;

    /// <summary>The value as a scalar.</summary>
    public static Scalar ToScalar(this BFloat16 value) => value;

    /// <summary>The value as a bfloat16 scalar.</summary>
    public static Scalar ToBFloat16Scalar(this float value) => new BFloat16(value);

    /// <summary>The scalar, converted.</summary>
    public static byte ToByte(this Scalar value) => checked((byte)Whole(value));

    /// <summary>The scalar, converted.</summary>
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)Whole(value));

    /// <summary>The scalar, converted.</summary>
    public static short ToInt16(this Scalar value) => checked((short)Whole(value));

    /// <summary>The scalar, converted.</summary>
    public static int ToInt32(this Scalar value) => checked((int)Whole(value));

    /// <summary>The scalar, converted.</summary>
    public static long ToInt64(this Scalar value) => Whole(value);

    /// <summary>The scalar, converted.</summary>
    public static float ToSingle(this Scalar value) => (float)Real(value);

    /// <summary>The scalar, converted.</summary>
    public static double ToDouble(this Scalar value) => Real(value);

    /// <summary>The scalar, converted.</summary>
    public static bool ToBoolean(this Scalar value) => Holds(value);

    /// <summary>The scalar, converted.</summary>
    public static Half ToHalf(this Scalar value) => (Half)Real(value);

    /// <summary>The scalar, converted.</summary>
    public static BFloat16 ToBFloat16(this Scalar value) => new((float)Real(value));

    private static double Real(Scalar value) => value.Value.Kind == ValueKind.Double ? value.Value.Real : value.Value.Integer;

    private static long Whole(Scalar value) => value.Value.Kind == ValueKind.Double ? checked((long)value.Value.Real) : value.Value.Integer;

    private static bool Holds(Scalar value) => Real(value) != 0;
}
