namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds one single-precision number.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        OfNumber(scalar, ScalarType.Float32, null, device, requires_grad);

    /// <summary>A copy of an array of single-precision numbers.</summary>
    public static Tensor tensor(
        float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<float>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of single-precision numbers in these sizes.</summary>
    public static Tensor tensor(
        float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Flat<float>(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of single-precision numbers.</summary>
    public static Tensor tensor(
        float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<float>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of single-precision numbers.</summary>
    public static Tensor tensor(
        float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<float>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of single-precision numbers.</summary>
    public static Tensor tensor(
        float[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<float>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of a list of single-precision numbers.</summary>
    public static Tensor tensor(
        IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A copy of single-precision numbers in these sizes.</summary>
    public static Tensor tensor(
        IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of single-precision numbers in these sizes.</summary>
    public static Tensor tensor(
        IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A copy of single-precision numbers in these sizes.</summary>
    public static Tensor tensor(
        IList<float> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A copy of single-precision numbers in these sizes.</summary>
    public static Tensor tensor(
        IList<float> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A copy of single-precision numbers in these sizes.</summary>
    public static Tensor tensor(
        Memory<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<float>(rawArray.Span, dimensions, dtype, device, requires_grad, names);
}
