namespace TorchSharp.Interop;

// Taking tensors apart.
internal static partial class Ops
{
    public static readonly Operator chunk = new("chunk");
    public static readonly Operator dsplit_array = new("dsplit", "array");
    public static readonly Operator dsplit_int = new("dsplit", "int");
    public static readonly Operator hsplit_array = new("hsplit", "array");
    public static readonly Operator hsplit_int = new("hsplit", "int");
    public static readonly Operator split_Tensor = new("split", "Tensor");
    public static readonly Operator split_with_sizes = new("split_with_sizes");
    public static readonly Operator tensor_split_indices = new("tensor_split", "indices");
    public static readonly Operator tensor_split_sections = new("tensor_split", "sections");
    public static readonly Operator tensor_split_tensor_indices_or_sections = new("tensor_split", "tensor_indices_or_sections");
    public static readonly Operator unbind_int = new("unbind", "int");
    public static readonly Operator vsplit_array = new("vsplit", "array");
    public static readonly Operator vsplit_int = new("vsplit", "int");
}
