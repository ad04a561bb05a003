namespace TorchSharp.Interop;

// What optimisers do to many tensors at once.
internal static partial class Ops
{
    public static readonly Operator _foreach_mul__Scalar = new("_foreach_mul_", "Scalar");
    public static readonly Operator _foreach_norm_Scalar = new("_foreach_norm", "Scalar");
}
