namespace TorchSharp.Interop;

// Operators that hand-written members call.
internal static partial class Ops
{
    public static readonly Operator arange_start_step = new("arange", "start_step");
    public static readonly Operator div_Scalar = new("div", "Scalar");
    public static readonly Operator div_Tensor = new("div", "Tensor");
    public static readonly Operator empty_strided = new("empty_strided");
    public static readonly Operator equal = new("equal");
    public static readonly Operator eye_m = new("eye", "m");
    public static readonly Operator from_file = new("from_file");
    public static readonly Operator index_Tensor = new("index", "Tensor");
    public static readonly Operator index_put_ = new("index_put_");
    public static readonly Operator item = new("item");
    public static readonly Operator linspace = new("linspace");
    public static readonly Operator logspace = new("logspace");
    public static readonly Operator randint_low_generator = new("randint", "low_generator");
    public static readonly Operator rsub_Scalar = new("rsub", "Scalar");
    public static readonly Operator scalar_tensor = new("scalar_tensor");
    public static readonly Operator to_dtype_layout = new("to", "dtype_layout");
    public static readonly Operator tril_indices = new("tril_indices");
    public static readonly Operator triu_indices = new("triu_indices");
}
