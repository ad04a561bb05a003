namespace TorchSharp.Interop;

// Variances and standard deviations.
internal static partial class Ops
{
    public static readonly Operator std = new("std");
    public static readonly Operator std_dim = new("std", "dim");
    public static readonly Operator std_mean = new("std_mean");
    public static readonly Operator std_mean_dim = new("std_mean", "dim");
    public static readonly Operator var = new("var");
    public static readonly Operator var_dim = new("var", "dim");
    public static readonly Operator var_mean = new("var_mean");
    public static readonly Operator var_mean_dim = new("var_mean", "dim");
}
