using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module learns.</summary>
    public class Parameter : Tensor
    {
        /// <summary>A parameter that takes the place of a tensor, in memory and in its dispose scope.</summary>
        /// <param name="data">A leaf; it is empty afterwards.</param>
        /// <param name="requires_grad">Whether gradients are recorded for it.</param>
        public Parameter(Tensor data, bool requires_grad = true) : this(data.OwningDisposeScope, data, requires_grad)
        {
        }

        private Parameter(DisposeScope? owner, Tensor data, bool requires_grad) : base(data.Release())
        {
            if (owner is null)
                DetachFromDisposeScope();
            else
                MoveToOtherDisposeScope(owner);
            this.requires_grad = requires_grad;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A parameter that takes the place of a tensor, in memory and in its dispose scope.</summary>
            /// <param name="data">A leaf; it is empty afterwards.</param>
            /// <param name="requires_grad">Whether gradients are recorded for it.</param>
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
