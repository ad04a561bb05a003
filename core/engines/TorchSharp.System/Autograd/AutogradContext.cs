using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What the forward pass of a custom function leaves for its backward pass; saved tensors live in the recorded graph.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];

            internal AutogradContext()
            {
            }

            /// <summary>Whether missing gradients of outputs are passed to backward as zeros rather than as null; true unless set.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal List<Tensor> Saved { get; private set; } = [];

            internal List<Tensor> Dirty { get; private set; } = [];

            internal List<Tensor> NonDifferentiable { get; private set; } = [];

            /// <summary>The native node; zero unless the function was recorded.</summary>
            internal nint Node { get; set; }

            /// <summary>The number of tensors that the node holds.</summary>
            internal int SavedCount { get; set; }

            /// <summary>Saves tensors for backward; call it at most once, in forward.</summary>
            /// <param name="tensors">Inputs, outputs or others; null ones stay null.</param>
            public void save_for_backward(List<Tensor> tensors) => Saved = [.. tensors];

            /// <summary>The tensors that forward saved; throws if one was changed since, or if the graph was freed.</summary>
            /// <exception cref="InvalidOperationException">The function is not running its backward pass.</exception>
            public unsafe List<Tensor> get_saved_variables()
            {
                if (Node == 0)
                    throw new InvalidOperationException("Saved tensors can be read in the backward pass of a function that was recorded.");
                var results = stackalloc nint[SavedCount];
                NativeError.Check(Native.engine_function_saved(Node, results), nameof(get_saved_variables));
                var tensors = new List<Tensor>(SavedCount);
                for (var i = 0; i < SavedCount; i++)
                    tensors.Add(results[i] == 0 ? null! : new Tensor(results[i]));
                return tensors;
            }

            /// <summary>Saves anything but tensors for backward.</summary>
            /// <param name="key">Its name.</param>
            /// <param name="value">The object; a tensor here would not be freed with the graph, so pass those to save_for_backward.</param>
            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>What forward saved under a name; null if it saved nothing.</summary>
            /// <param name="key">The name.</param>
            public object? get_data(string key) => _data.GetValueOrDefault(key);

            /// <summary>Says which inputs forward changed in place; call it at most once, in forward.</summary>
            /// <param name="tensors">The inputs.</param>
            public void mark_dirty(List<Tensor> tensors) => Dirty = [.. tensors];

            /// <summary>Says which outputs have no gradient; call it at most once, in forward.</summary>
            /// <param name="tensors">The outputs.</param>
            public void mark_non_differentiable(List<Tensor> tensors) => NonDifferentiable = [.. tensors];

            /// <summary>Sets whether missing gradients of outputs are passed to backward as zeros.</summary>
            /// <param name="value">False passes null.</param>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <summary>Forgets what was saved.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            // The graph holds what backward needs; these objects are the caller's.
            internal void Forget() => Saved = Dirty = NonDifferentiable = [];

            /// <summary>Forgets what was saved.</summary>
            /// <param name="disposing">Always true.</param>
            protected virtual void Dispose(bool disposing)
            {
                _data.Clear();
                Forget();
            }
        }
    }
}
