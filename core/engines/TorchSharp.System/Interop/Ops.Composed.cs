namespace TorchSharp.Interop;

// Operators that hand-written members call.
internal static partial class Ops
{
    public static readonly Operator _unique2 = new("_unique2");
    public static readonly Operator arange_start_step = new("arange", "start_step");
    public static readonly Operator can_cast = new("can_cast");
    public static readonly Operator div_Scalar = new("div", "Scalar");
    public static readonly Operator div_Tensor = new("div", "Tensor");
    public static readonly Operator empty_strided = new("empty_strided");
    public static readonly Operator equal = new("equal");
    public static readonly Operator eye_m = new("eye", "m");
    public static readonly Operator from_file = new("from_file");
    public static readonly Operator histogram_bin_ct = new("histogram", "bin_ct");
    public static readonly Operator histogram_bins_tensor = new("histogram", "bins_tensor");
    public static readonly Operator imag = new("imag");
    public static readonly Operator index_Tensor = new("index", "Tensor");
    public static readonly Operator index_put_ = new("index_put_");
    public static readonly Operator is_neg = new("is_neg");
    public static readonly Operator item = new("item");
    public static readonly Operator linspace = new("linspace");
    public static readonly Operator logspace = new("logspace");
    public static readonly Operator mH = new("mH");
    public static readonly Operator mT = new("mT");
    public static readonly Operator matrix_H = new("matrix_H");
    public static readonly Operator promote_types = new("promote_types");
    public static readonly Operator randint_low_generator = new("randint", "low_generator");
    public static readonly Operator real = new("real");
    public static readonly Operator result_type_Tensor = new("result_type", "Tensor");
    public static readonly Operator retain_grad = new("retain_grad");
    public static readonly Operator rsub_Scalar = new("rsub", "Scalar");
    public static readonly Operator scalar_tensor = new("scalar_tensor");
    public static readonly Operator to_dtype_layout = new("to", "dtype_layout");
    public static readonly Operator tril_indices = new("tril_indices");
    public static readonly Operator triu_indices = new("triu_indices");
    public static readonly Operator unique_dim = new("unique_dim");
}
