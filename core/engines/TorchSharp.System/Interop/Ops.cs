namespace TorchSharp.Interop;

/// <summary>The operators that the engine calls, by topic in the other parts of this class. A field is named after its schema: name, then overload.</summary>
internal static partial class Ops
{
    public static readonly Operator add_Tensor = new("add", "Tensor");
    public static readonly Operator add_Scalar = new("add", "Scalar");
}
