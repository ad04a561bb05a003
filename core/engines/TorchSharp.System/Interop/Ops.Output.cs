namespace TorchSharp.Interop;

// Creation into an existing tensor.
internal static partial class Ops
{
    public static readonly Operator arange_start_out = new("arange", "start_out");
    public static readonly Operator empty_out = new("empty", "out");
    public static readonly Operator eye_m_out = new("eye", "m_out");
    public static readonly Operator full_out = new("full", "out");
    public static readonly Operator ones_out = new("ones", "out");
    public static readonly Operator rand_out = new("rand", "out");
    public static readonly Operator randint_out = new("randint", "out");
    public static readonly Operator randn_out = new("randn", "out");
    public static readonly Operator randperm_out = new("randperm", "out");
    public static readonly Operator zeros_out = new("zeros", "out");
}
