namespace TorchSharp.Interop;

// Tensors filled with one value.
internal static partial class Ops
{
    public static readonly Operator empty_memory_format = new("empty", "memory_format");
    public static readonly Operator full = new("full");
    public static readonly Operator ones = new("ones");
    public static readonly Operator zeros = new("zeros");
}
