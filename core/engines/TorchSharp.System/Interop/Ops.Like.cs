namespace TorchSharp.Interop;

// Tensors in the shape or with the type of another.
internal static partial class Ops
{
    public static readonly Operator empty_like = new("empty_like");
    public static readonly Operator full_like = new("full_like");
    public static readonly Operator ones_like = new("ones_like");
    public static readonly Operator zeros_like = new("zeros_like");
}
