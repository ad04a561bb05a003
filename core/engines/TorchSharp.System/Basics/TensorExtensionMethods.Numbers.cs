using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The only element, converted.</summary>
    public static byte ToByte(this Tensor value) => value.ToScalar().ToByte();

    /// <summary>The only element, converted.</summary>
    public static sbyte ToSByte(this Tensor value) => value.ToScalar().ToSByte();

    /// <summary>The only element, converted.</summary>
    public static short ToInt16(this Tensor value) => value.ToScalar().ToInt16();

    /// <summary>The only element, converted.</summary>
    public static int ToInt32(this Tensor value) => value.ToScalar().ToInt32();

    /// <summary>The only element, converted.</summary>
    public static long ToInt64(this Tensor value) => value.ToScalar().ToInt64();

    /// <summary>The only element, converted.</summary>
    public static float ToSingle(this Tensor value) => value.ToScalar().ToSingle();

    /// <summary>The only element, converted.</summary>
    public static double ToDouble(this Tensor value) => value.ToScalar().ToDouble();

    /// <summary>The only element, converted.</summary>
    public static bool ToBoolean(this Tensor value) => value.ToScalar().ToBoolean();

    /// <summary>The only element, converted.</summary>
    public static Half ToHalf(this Tensor value) => value.ToScalar().ToHalf();

    /// <summary>The only element, converted.</summary>
    public static BFloat16 ToBFloat16(this Tensor value) => value.ToScalar().ToBFloat16();

    /// <summary>The product of sizes.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>The sizes as 32-bit integers.</summary>
    public static ReadOnlySpan<int> IntShape(this Tensor tensor) => Array.ConvertAll(tensor.shape, size => checked((int)size));

    /// <summary>A tensor without dimensions that holds one value.</summary>
    /// <typeparam name="T">A number or a truth value.</typeparam>
    /// <exception cref="ArgumentException">Gradients are asked for and the value is not a floating-point number.</exception>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : struct
    {
        if (requires_grad && !is_floating_point(ElementType.Of<T>()))
            throw new ArgumentException($"Only floating-point numbers have gradients; {typeof(T).Name} is not one.", nameof(requires_grad));
        using var vector = from_array(new[] { scalar }, null, device);
        return vector.reshape([]).Recording(requires_grad);
    }

    /// <summary>A tensor with a copy of an array's elements.</summary>
    /// <typeparam name="T">A number or a truth value.</typeparam>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="doCopy">Has no effect: the elements are always copied.</param>
    /// <param name="requires_grad">Whether gradients are recorded.</param>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
    {
        using var vector = from_array(rawArray, CPU);
        using var shaped = vector.reshape(dimensions);
        return shaped.clone().Recording(requires_grad);
    }
}
