namespace TorchSharp.Interop;

// Tensors filled with random numbers.
internal static partial class Ops
{
    public static readonly Operator rand_generator = new("rand", "generator");
    public static readonly Operator randn_generator = new("randn", "generator");
}
