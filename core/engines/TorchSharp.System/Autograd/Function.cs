namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        // As in the package, lists of tensors say nothing about null here: a gradient that does not exist is null.
#nullable disable annotations

        /// <summary>A function with a backward pass of its own; derive from one of the two classes below.</summary>
        /// <typeparam name="T">The derived class.</typeparam>
        public abstract class Function<T> where T : Function<T>, new()
        {
            internal static T Instance { get; } = new();

            /// <summary>The name that error messages use.</summary>
            public abstract string Name { get; }

            /// <summary>Runs forward and records it.</summary>
            /// <param name="vars">The arguments: tensors, which may get gradients, and anything else.</param>
            public static List<Tensor> apply_internal(params object[] vars) =>
                FunctionNode.Apply(Instance.Name, Instance.forward_internal, Instance.backward_internal, vars);

            internal abstract List<Tensor> forward_internal(AutogradContext ctx, params object[] vars);

            internal abstract List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs);
        }

        /// <summary>A function of one output with a backward pass of its own.</summary>
        /// <typeparam name="T">The derived class.</typeparam>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            /// <summary>Runs forward and records it.</summary>
            /// <param name="vars">The arguments: tensors, which may get gradients, and anything else.</param>
            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];

            /// <summary>The forward pass; nothing in it is recorded.</summary>
            /// <param name="ctx">Where to leave what backward needs.</param>
            /// <param name="vars">The arguments.</param>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>The backward pass: one gradient for each argument of forward, null where there is none.</summary>
            /// <param name="ctx">What forward left.</param>
            /// <param name="grad_output">The gradient of the output.</param>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            internal sealed override List<Tensor> forward_internal(AutogradContext ctx, params object[] vars) => [forward(ctx, vars)];

            internal sealed override List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs[0]);
        }

        /// <summary>A function of several outputs with a backward pass of its own.</summary>
        /// <typeparam name="T">The derived class.</typeparam>
        public abstract class MultiTensorFunction<T> : Function<T> where T : MultiTensorFunction<T>, new()
        {
            /// <summary>Runs forward and records it.</summary>
            /// <param name="vars">The arguments: tensors, which may get gradients, and anything else.</param>
            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);

            /// <summary>The forward pass; nothing in it is recorded.</summary>
            /// <param name="ctx">Where to leave what backward needs.</param>
            /// <param name="vars">The arguments.</param>
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            /// <summary>The backward pass: one gradient for each argument of forward, null where there is none.</summary>
            /// <param name="ctx">What forward left.</param>
            /// <param name="grad_outputs">The gradients of the outputs.</param>
            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            internal sealed override List<Tensor> forward_internal(AutogradContext ctx, params object[] vars) => forward(ctx, vars);

            internal sealed override List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs);
        }
    }
}
