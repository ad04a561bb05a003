using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A name for debugging.</summary>
        public string? name { get; set; }

        /// <summary>The tensor with its dimensions in reverse order.</summary>
        public Tensor T => permute(FirstOf(ndim).Reverse());

        /// <summary>A matrix transposed and conjugated.</summary>
        public Tensor H => Ops.matrix_H.Invoke(this);

        /// <summary>Matrices in the last two dimensions, transposed.</summary>
        public Tensor mT => Ops.mT.Invoke(this);

        /// <summary>Matrices in the last two dimensions, transposed and conjugated.</summary>
        public Tensor mH => Ops.mH.Invoke(this);

        /// <summary>The real parts, as a view.</summary>
        public Tensor real => Ops.real.Invoke(this);

        /// <summary>The imaginary parts, as a view.</summary>
        public Tensor imag => Ops.imag.Invoke(this);

        /// <summary>Sets whether gradients are recorded, and returns the tensor.</summary>
        /// <param name="requires_grad">Whether to record.</param>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets whether gradients are recorded, and returns the tensor.</summary>
        /// <param name="requires_grad">Whether to record.</param>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is not a leaf when a backward pass comes through it.</summary>
        public void retain_grad() => Ops.retain_grad.Plain(this);

        /// <summary>Whether the tensor is a lazily negated view.</summary>
        public bool is_neg() => Ops.is_neg.Truth(this);


        /// <summary>The matrices along the diagonal of a larger one.</summary>
        /// <param name="tensors">The matrices.</param>
        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);
    }
}
