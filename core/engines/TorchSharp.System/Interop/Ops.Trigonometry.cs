namespace TorchSharp.Interop;

// Trigonometric and hyperbolic functions.
internal static partial class Ops
{
    public static readonly Operator acos = new("acos");
    public static readonly Operator acos_ = new("acos_");
    public static readonly Operator acosh = new("acosh");
    public static readonly Operator acosh_ = new("acosh_");
    public static readonly Operator asin = new("asin");
    public static readonly Operator asin_ = new("asin_");
    public static readonly Operator asinh = new("asinh");
    public static readonly Operator asinh_ = new("asinh_");
    public static readonly Operator atan = new("atan");
    public static readonly Operator atan2 = new("atan2");
    public static readonly Operator atan2_ = new("atan2_");
    public static readonly Operator atan_ = new("atan_");
    public static readonly Operator atanh = new("atanh");
    public static readonly Operator atanh_ = new("atanh_");
    public static readonly Operator cos = new("cos");
    public static readonly Operator cos_ = new("cos_");
    public static readonly Operator cosh = new("cosh");
    public static readonly Operator cosh_ = new("cosh_");
    public static readonly Operator deg2rad = new("deg2rad");
    public static readonly Operator deg2rad_ = new("deg2rad_");
    public static readonly Operator rad2deg = new("rad2deg");
    public static readonly Operator rad2deg_ = new("rad2deg_");
    public static readonly Operator sin = new("sin");
    public static readonly Operator sin_ = new("sin_");
    public static readonly Operator sinc = new("sinc");
    public static readonly Operator sinc_ = new("sinc_");
    public static readonly Operator sinh = new("sinh");
    public static readonly Operator sinh_ = new("sinh_");
    public static readonly Operator tan = new("tan");
    public static readonly Operator tan_ = new("tan_");
    public static readonly Operator tanh = new("tanh");
    public static readonly Operator tanh_ = new("tanh_");
}
