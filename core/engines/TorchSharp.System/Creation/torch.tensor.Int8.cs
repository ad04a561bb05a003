namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds one signed 8-bit integer.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        OfNumber(scalar, ScalarType.Int8, null, device, requires_grad);

    /// <summary>A copy of an array of signed 8-bit integers.</summary>
    public static Tensor tensor(
        sbyte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<sbyte>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in these sizes.</summary>
    public static Tensor tensor(
        sbyte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Flat<sbyte>(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of signed 8-bit integers.</summary>
    public static Tensor tensor(
        sbyte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<sbyte>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of signed 8-bit integers.</summary>
    public static Tensor tensor(
        sbyte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<sbyte>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of signed 8-bit integers.</summary>
    public static Tensor tensor(
        sbyte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<sbyte>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of a list of signed 8-bit integers.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in these sizes.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in these sizes.</summary>
    public static Tensor tensor(
        Memory<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<sbyte>(rawArray.Span, dimensions, dtype, device, requires_grad, names);
}
