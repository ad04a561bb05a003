namespace TorchSharp.Interop;

// Putting tensors together.
internal static partial class Ops
{
    public static readonly Operator atleast_1d_Sequence = new("atleast_1d", "Sequence");
    public static readonly Operator atleast_2d_Sequence = new("atleast_2d", "Sequence");
    public static readonly Operator atleast_3d_Sequence = new("atleast_3d", "Sequence");
    public static readonly Operator broadcast_tensors = new("broadcast_tensors");
    public static readonly Operator cartesian_prod = new("cartesian_prod");
    public static readonly Operator cat = new("cat");
    public static readonly Operator column_stack = new("column_stack");
    public static readonly Operator combinations = new("combinations");
    public static readonly Operator dstack = new("dstack");
    public static readonly Operator hstack = new("hstack");
    public static readonly Operator meshgrid_indexing = new("meshgrid", "indexing");
    public static readonly Operator row_stack = new("row_stack");
    public static readonly Operator stack = new("stack");
    public static readonly Operator vstack = new("vstack");
}
