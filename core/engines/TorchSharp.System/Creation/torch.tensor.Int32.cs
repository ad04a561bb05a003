namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds one 32-bit integer.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        OfNumber(scalar, ScalarType.Int32, null, device, requires_grad);

    /// <summary>A copy of an array of 32-bit integers.</summary>
    public static Tensor tensor(
        int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<int>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in these sizes.</summary>
    public static Tensor tensor(
        int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Flat<int>(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in these sizes.</summary>
    public static Tensor tensor(
        int[] rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Flat<int>(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A copy of an array of 32-bit integers.</summary>
    public static Tensor tensor(
        int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<int>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of 32-bit integers.</summary>
    public static Tensor tensor(
        int[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<int>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of 32-bit integers.</summary>
    public static Tensor tensor(
        int[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<int>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of a list of 32-bit integers.</summary>
    public static Tensor tensor(
        IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<int> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in these sizes.</summary>
    public static Tensor tensor(
        Memory<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<int>(rawArray.Span, dimensions, dtype, device, requires_grad, names);
}
