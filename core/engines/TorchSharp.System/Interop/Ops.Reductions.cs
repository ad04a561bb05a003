namespace TorchSharp.Interop;

// Sums, extremes and counts along dimensions.
internal static partial class Ops
{
    public static readonly Operator all = new("all");
    public static readonly Operator all_dim = new("all", "dim");
    public static readonly Operator amax = new("amax");
    public static readonly Operator amax_out = new("amax", "out");
    public static readonly Operator amin = new("amin");
    public static readonly Operator amin_out = new("amin", "out");
    public static readonly Operator aminmax = new("aminmax");
    public static readonly Operator any = new("any");
    public static readonly Operator any_dim = new("any", "dim");
    public static readonly Operator argmax = new("argmax");
    public static readonly Operator argmin = new("argmin");
    public static readonly Operator count_nonzero = new("count_nonzero");
    public static readonly Operator count_nonzero_dim_IntList = new("count_nonzero", "dim_IntList");
    public static readonly Operator cummax = new("cummax");
    public static readonly Operator cummin = new("cummin");
    public static readonly Operator cumprod = new("cumprod");
    public static readonly Operator cumsum = new("cumsum");
    public static readonly Operator cumulative_trapezoid_dx = new("cumulative_trapezoid", "dx");
    public static readonly Operator cumulative_trapezoid_x = new("cumulative_trapezoid", "x");
    public static readonly Operator dist = new("dist");
    public static readonly Operator logcumsumexp = new("logcumsumexp");
    public static readonly Operator logsumexp = new("logsumexp");
    public static readonly Operator max = new("max");
    public static readonly Operator max_dim = new("max", "dim");
    public static readonly Operator max_other = new("max", "other");
    public static readonly Operator mean = new("mean");
    public static readonly Operator mean_dim = new("mean", "dim");
    public static readonly Operator median = new("median");
    public static readonly Operator min = new("min");
    public static readonly Operator min_dim = new("min", "dim");
    public static readonly Operator min_other = new("min", "other");
    public static readonly Operator mode = new("mode");
    public static readonly Operator nanmean = new("nanmean");
    public static readonly Operator nanmedian = new("nanmedian");
    public static readonly Operator nanquantile = new("nanquantile");
    public static readonly Operator nansum = new("nansum");
    public static readonly Operator norm_Scalar = new("norm", "Scalar");
    public static readonly Operator norm_ScalarOpt_dim = new("norm", "ScalarOpt_dim");
    public static readonly Operator prod = new("prod");
    public static readonly Operator prod_dim_int = new("prod", "dim_int");
    public static readonly Operator quantile = new("quantile");
    public static readonly Operator renorm = new("renorm");
    public static readonly Operator sum = new("sum");
    public static readonly Operator sum_dim_IntList = new("sum", "dim_IntList");
    public static readonly Operator trapezoid_dx = new("trapezoid", "dx");
    public static readonly Operator trapezoid_x = new("trapezoid", "x");
}
