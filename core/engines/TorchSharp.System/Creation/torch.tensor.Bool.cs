namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds one truth value.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        OfNumber(scalar, ScalarType.Bool, dtype, device, requires_grad);

    /// <summary>A copy of an array of truth values.</summary>
    public static Tensor tensor(
        bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<bool>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in these sizes.</summary>
    public static Tensor tensor(
        bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Flat<bool>(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of truth values.</summary>
    public static Tensor tensor(
        bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<bool>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of truth values.</summary>
    public static Tensor tensor(
        bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<bool>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of truth values.</summary>
    public static Tensor tensor(
        bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopiedArray<bool>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of a list of truth values.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in these sizes.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in these sizes.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in these sizes.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in these sizes.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied(Elements.Listed(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);
}
