using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Each element times the normal distribution function, or an approximation of it.</summary>
        public Tensor gelu(GELU.Approximate approximate) => Ops.gelu.Invoke(this, approximate.ToString());

        /// <summary>As <see cref="gelu(GELU.Approximate)"/>, in place.</summary>
        public Tensor gelu_(GELU.Approximate approximate) => Ops.gelu_.InPlace(this, approximate.ToString());

        /// <summary>What a module makes of a tensor; F# calls it as <c>tensor --> module</c>.</summary>
        public static Tensor op_MinusMinusGreater(Tensor t, nn.Module<Tensor, Tensor> m) => m.call(t);
    }
}
