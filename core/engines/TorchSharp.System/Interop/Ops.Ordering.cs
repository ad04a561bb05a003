namespace TorchSharp.Interop;

// Sorting, searching and counting.
internal static partial class Ops
{
    public static readonly Operator argsort = new("argsort");
    public static readonly Operator argwhere = new("argwhere");
    public static readonly Operator bincount = new("bincount");
    public static readonly Operator bucketize_Tensor = new("bucketize", "Tensor");
    public static readonly Operator histc = new("histc");
    public static readonly Operator kthvalue = new("kthvalue");
    public static readonly Operator msort = new("msort");
    public static readonly Operator nonzero = new("nonzero");
    public static readonly Operator searchsorted_Scalar = new("searchsorted", "Scalar");
    public static readonly Operator searchsorted_Tensor = new("searchsorted", "Tensor");
    public static readonly Operator sort_stable = new("sort", "stable");
    public static readonly Operator topk = new("topk");
    public static readonly Operator unique_consecutive = new("unique_consecutive");
}
