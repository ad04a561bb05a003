using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds element by element.</summary>
        public Tensor add(Tensor target) => Ops.add_Tensor.Invoke(this, target);
    }
}
