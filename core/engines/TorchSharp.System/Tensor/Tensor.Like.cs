using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zeros in the shape of this tensor.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Ops.zeros_like.Invoke(this, dtype, Argument.Default, device).Recording(requires_grad);

        /// <summary>Ones in the shape of this tensor.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Ops.ones_like.Invoke(this, dtype, Argument.Default, device).Recording(requires_grad);

        /// <summary>Memory without a meaning yet, in the shape of this tensor.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Ops.empty_like.Invoke(this, dtype, Argument.Default, device).Recording(requires_grad);

        /// <summary>One value everywhere, in the shape of this tensor.</summary>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Ops.full_like.Invoke(this, value, dtype, Argument.Default, device).Recording(requires_grad);
    }
}
