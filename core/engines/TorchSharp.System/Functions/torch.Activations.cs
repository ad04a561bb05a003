namespace TorchSharp;

public static partial class torch
{
    /// <summary>Exponentials that sum to 1 along a dimension.</summary>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}
