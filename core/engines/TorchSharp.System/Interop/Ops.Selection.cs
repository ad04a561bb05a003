namespace TorchSharp.Interop;

// Picking and placing elements by index and by mask.
internal static partial class Ops
{
    public static readonly Operator diagonal_scatter = new("diagonal_scatter");
    public static readonly Operator gather = new("gather");
    public static readonly Operator index_add = new("index_add");
    public static readonly Operator index_add_ = new("index_add_");
    public static readonly Operator index_copy = new("index_copy");
    public static readonly Operator index_copy_ = new("index_copy_");
    public static readonly Operator index_fill__int_Scalar = new("index_fill_", "int_Scalar");
    public static readonly Operator index_fill_int_Scalar = new("index_fill", "int_Scalar");
    public static readonly Operator index_select = new("index_select");
    public static readonly Operator masked_fill_Scalar = new("masked_fill", "Scalar");
    public static readonly Operator masked_fill__Scalar = new("masked_fill_", "Scalar");
    public static readonly Operator masked_scatter = new("masked_scatter");
    public static readonly Operator masked_scatter_ = new("masked_scatter_");
    public static readonly Operator masked_select = new("masked_select");
    public static readonly Operator scatter__src = new("scatter_", "src");
    public static readonly Operator scatter_add = new("scatter_add");
    public static readonly Operator scatter_add_ = new("scatter_add_");
    public static readonly Operator scatter_src = new("scatter", "src");
    public static readonly Operator select_scatter = new("select_scatter");
    public static readonly Operator slice_scatter = new("slice_scatter");
    public static readonly Operator take = new("take");
    public static readonly Operator take_along_dim = new("take_along_dim");
}
