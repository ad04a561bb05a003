using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Automatic differentiation.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of outputs with respect to inputs, without touching any tensor's <c>grad</c>.</summary>
        /// <param name="outputs">What was computed.</param>
        /// <param name="inputs">What to differentiate with respect to.</param>
        /// <param name="grad_outputs">One vector an output for the vector-Jacobian product; optional for outputs of one element.</param>
        /// <param name="retain_graph">Keeps the graph for another pass.</param>
        /// <param name="create_graph">Records the gradients' own computation, for higher derivatives.</param>
        /// <param name="allow_unused">Returns null for inputs that the outputs do not depend on, rather than throwing.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">libtorch refuses, for example because the graph was freed.</exception>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false,
            bool allow_unused = false)
        {
            nint[] outputHandles = Handles(outputs), inputHandles = Handles(inputs), results = new nint[inputs.Count];
            var gradients = grad_outputs is null ? null : Handles(grad_outputs);
            // create_graph needs the graph as well, as in PyTorch.
            fixed (nint* output = outputHandles, input = inputHandles, gradient = gradients, result = results)
                NativeError.Check(
                    Native.engine_grad(output, gradient, outputs.Count, input, inputs.Count, retain_graph || create_graph, create_graph, allow_unused, result),
                    "autograd.grad");
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, handle => handle == 0 ? null! : new Tensor(handle));
        }

        /// <summary>Adds the gradients of tensors to the <c>grad</c> of the leaves that they were computed from.</summary>
        /// <param name="tensors">What was computed.</param>
        /// <param name="grad_tensors">One vector a tensor; optional for tensors of one element.</param>
        /// <param name="retain_graph">Keeps the graph for another pass; by default as <paramref name="create_graph"/>.</param>
        /// <param name="create_graph">Records the gradients' own computation, for higher derivatives.</param>
        /// <param name="inputs">The only leaves to add gradients to; all when null.</param>
        public static unsafe void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            nint[] handles = Handles(tensors), inputHandles = Handles(inputs ?? []);
            var gradients = grad_tensors is null ? null : Handles(grad_tensors);
            fixed (nint* tensor = handles, gradient = gradients, input = inputHandles)
                NativeError.Check(
                    Native.engine_backward(tensor, gradient, tensors.Count, retain_graph ?? create_graph, create_graph, input, inputHandles.Length),
                    "autograd.backward");
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        internal static nint[] Handles(IList<Tensor> tensors)
        {
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors[i]?.Handle ?? 0;
            return handles;
        }
    }

    public partial class Tensor
    {
        /// <summary>The gradient that backward passes have added up, null before the first.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                nint gradient;
                NativeError.Check(Native.engine_tensor_grad(Handle, &gradient), nameof(grad));
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }
            set
            {
                NativeError.Check(Native.engine_tensor_set_grad(Handle, value?.Handle ?? 0), nameof(grad));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        /// <summary>Adds the gradients of this tensor of one element to the leaves that it was computed from.</summary>
        public void backward() => autograd.backward([this]);

        /// <summary>Adds the gradients of this tensor to the leaves that it was computed from.</summary>
        /// <param name="grad_tensors">The vector of the vector-Jacobian product; optional for a tensor of one element.</param>
        /// <param name="retain_graph">Keeps the graph for another pass.</param>
        /// <param name="create_graph">Records the gradients' own computation, for higher derivatives.</param>
        /// <param name="inputs">The only leaves to add gradients to; all when null.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph || create_graph, create_graph, inputs);
    }
}
