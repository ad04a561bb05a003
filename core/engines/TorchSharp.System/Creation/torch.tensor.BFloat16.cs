namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds one bfloat16 number.</summary>
    public static Tensor tensor(BFloat16 scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        OfNumber((double)scalar, ScalarType.BFloat16, dtype, device, requires_grad);

    /// <summary>A copy of an array of bfloat16 numbers.</summary>
    public static Tensor tensor(
        BFloat16[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<BFloat16>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of bfloat16 numbers in these sizes.</summary>
    public static Tensor tensor(
        BFloat16[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Flat<BFloat16>(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of bfloat16 numbers.</summary>
    public static Tensor tensor(
        BFloat16[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<BFloat16>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of bfloat16 numbers.</summary>
    public static Tensor tensor(
        BFloat16[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<BFloat16>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of bfloat16 numbers.</summary>
    public static Tensor tensor(
        BFloat16[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<BFloat16>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of a list of bfloat16 numbers.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A copy of bfloat16 numbers in these sizes.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of bfloat16 numbers in these sizes.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A copy of bfloat16 numbers in these sizes.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A copy of bfloat16 numbers in these sizes.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A copy of bfloat16 numbers in these sizes.</summary>
    public static Tensor tensor(
        Memory<BFloat16> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<BFloat16>(rawArray.Span, dimensions, dtype, device, requires_grad, names);
}
