namespace TorchSharp.Interop;

// Random numbers.
internal static partial class Ops
{
    public static readonly Operator bernoulli = new("bernoulli");
    public static readonly Operator bernoulli__Tensor = new("bernoulli_", "Tensor");
    public static readonly Operator bernoulli__float = new("bernoulli_", "float");
    public static readonly Operator binomial = new("binomial");
    public static readonly Operator cauchy_ = new("cauchy_");
    public static readonly Operator exponential_ = new("exponential_");
    public static readonly Operator geometric_ = new("geometric_");
    public static readonly Operator log_normal_ = new("log_normal_");
    public static readonly Operator multinomial = new("multinomial");
    public static readonly Operator normal_ = new("normal_");
    public static readonly Operator normal_Tensor_Tensor = new("normal", "Tensor_Tensor");
    public static readonly Operator poisson = new("poisson");
    public static readonly Operator rand_like = new("rand_like");
    public static readonly Operator randint_like_low_dtype = new("randint_like", "low_dtype");
    public static readonly Operator randn_like = new("randn_like");
    public static readonly Operator random__from = new("random_", "from");
    public static readonly Operator randperm_generator = new("randperm", "generator");
    public static readonly Operator randperm_generator_out = new("randperm", "generator_out");
    public static readonly Operator uniform_ = new("uniform_");
}
