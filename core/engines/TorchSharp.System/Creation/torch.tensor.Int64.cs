namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds one 64-bit integer.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        OfNumber(scalar, ScalarType.Int64, dtype, device, requires_grad);

    /// <summary>A copy of an array of 64-bit integers.</summary>
    public static Tensor tensor(
        long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<long>(dataArray, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in these sizes.</summary>
    public static Tensor tensor(
        long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Flat<long>(dataArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of 64-bit integers.</summary>
    public static Tensor tensor(
        long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<long>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of 64-bit integers.</summary>
    public static Tensor tensor(
        long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<long>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of 64-bit integers.</summary>
    public static Tensor tensor(
        long[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<long>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of a list of 64-bit integers.</summary>
    public static Tensor tensor(
        IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<long> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<long> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in these sizes.</summary>
    public static Tensor tensor(
        Memory<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<long>(rawArray.Span, dimensions, dtype, device, requires_grad, names);
}
