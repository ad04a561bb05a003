using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros in the shape of a tensor.</summary>
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        input.zeros_like(dtype, device, requires_grad).Recording(false, names);

    /// <summary>Ones in the shape of a tensor.</summary>
    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        input.ones_like(dtype, device, requires_grad).Recording(false, names);

    /// <summary>Memory without a meaning yet, in the shape of a tensor.</summary>
    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        input.empty_like(dtype, device, requires_grad).Recording(false, names);

    /// <summary>One value everywhere, in the shape of a tensor.</summary>
    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        input.full_like(value, dtype, device, requires_grad).Recording(false, names);
}
