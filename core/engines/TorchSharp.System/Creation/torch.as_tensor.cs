namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) =>
        from_array(data, dtype, device);

    /// <summary>A tensor over a copy of a list.</summary>
    public static Tensor as_tensor(IList<BFloat16> rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray.ToArray(), dtype, device);

    /// <summary>A tensor over a copy of a list.</summary>
    public static Tensor as_tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray.ToArray(), dtype, device);

    /// <summary>A tensor over a copy of a list.</summary>
    public static Tensor as_tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray.ToArray(), dtype, device);

    /// <summary>A tensor over a copy of a list.</summary>
    public static Tensor as_tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray.ToArray(), dtype, device);

    /// <summary>A tensor over a copy of a list.</summary>
    public static Tensor as_tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray.ToArray(), dtype, device);

    /// <summary>A tensor over a copy of a list.</summary>
    public static Tensor as_tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray.ToArray(), dtype, device);

    /// <summary>A tensor over a copy of a list.</summary>
    public static Tensor as_tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray.ToArray(), dtype, device);

    /// <summary>A tensor over a copy of a list.</summary>
    public static Tensor as_tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray.ToArray(), dtype, device);

    /// <summary>A tensor over a copy of a list.</summary>
    public static Tensor as_tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray.ToArray(), dtype, device);

    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(BFloat16[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray, dtype, device);

    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray, dtype, device);

    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray, dtype, device);

    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray, dtype, device);

    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray, dtype, device);

    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray, dtype, device);

    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray, dtype, device);

    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray, dtype, device);

    /// <summary>A tensor over the memory of an array, without a copy unless the type or the device differs.</summary>
    public static Tensor as_tensor(short[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        from_array(rawArray, dtype, device);

    /// <summary>The tensor in another type or on another device; without a copy, and sharing memory, when nothing changes.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.to(dtype ?? data.dtype, device ?? data.device);
    }
}
