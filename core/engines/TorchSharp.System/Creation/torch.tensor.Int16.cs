namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds one 16-bit integer.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        OfNumber(scalar, ScalarType.Int16, null, device, requires_grad);

    /// <summary>A copy of an array of 16-bit integers.</summary>
    public static Tensor tensor(
        short[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<short>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in these sizes.</summary>
    public static Tensor tensor(
        short[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Flat<short>(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of 16-bit integers.</summary>
    public static Tensor tensor(
        short[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<short>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of 16-bit integers.</summary>
    public static Tensor tensor(
        short[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<short>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of 16-bit integers.</summary>
    public static Tensor tensor(
        short[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<short>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of a list of 16-bit integers.</summary>
    public static Tensor tensor(
        IList<short> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<short> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<short> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<short> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in these sizes.</summary>
    public static Tensor tensor(
        Memory<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<short>(rawArray.Span, dimensions, dtype, device, requires_grad, names);
}
