namespace TorchSharp.Interop;

// Conversions of type and device, and copies.
internal static partial class Ops
{
    public static readonly Operator clone = new("clone");
    public static readonly Operator complex = new("complex");
    public static readonly Operator copy_ = new("copy_");
    public static readonly Operator detach = new("detach");
    public static readonly Operator detach_ = new("detach_");
    public static readonly Operator fill__Scalar = new("fill_", "Scalar");
    public static readonly Operator is_pinned = new("is_pinned");
    public static readonly Operator pin_memory = new("pin_memory");
    public static readonly Operator polar = new("polar");
    public static readonly Operator set__source_Tensor = new("set_", "source_Tensor");
    public static readonly Operator to_dense = new("to_dense");
    public static readonly Operator to_dtype = new("to", "dtype");
    public static readonly Operator to_other = new("to", "other");
    public static readonly Operator zero_ = new("zero_");
}
