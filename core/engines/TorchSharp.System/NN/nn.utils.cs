using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers around parameters and their gradients.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients down together so that their norm, taken as one vector, stays within a limit.</summary>
            /// <param name="tensors">The parameters; those without a gradient are left out.</param>
            /// <param name="max_norm">The limit.</param>
            /// <param name="norm_type">Which norm; infinity for the largest magnitude.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var silent = no_grad();
                using var scope = NewDisposeScope();
                var gradients = GradientsOf(tensors);
                if (gradients.Length == 0)
                    return 0;
                var norms = Ops._foreach_norm_Scalar.List(gradients, norm_type);
                var norm = Ops.norm_Scalar.Invoke(stack(norms), norm_type).ToDouble();
                var factor = max_norm / (norm + 1e-6);
                if (factor < 1)
                    Ops._foreach_mul__Scalar.Plain(gradients, factor);
                return norm;
            }

            /// <summary>Clamps every element of every gradient.</summary>
            /// <param name="tensors">The parameters; those without a gradient are left out.</param>
            /// <param name="clip_value">The largest magnitude.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var silent = no_grad();
                using var scope = NewDisposeScope();
                foreach (var gradient in GradientsOf(tensors))
                    gradient.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters one after another in one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(parameter => parameter.view(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            /// <summary>Copies a vector into parameters, one after another.</summary>
            /// <param name="vec">As many elements as the parameters have together.</param>
            /// <param name="tensors">The parameters.</param>
            /// <exception cref="ArgumentException">The vector has another number of elements.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var silent = no_grad();
                using var scope = NewDisposeScope();
                var all = tensors.ToList();
                var expected = all.Sum(parameter => parameter.numel());
                if (vec.numel() != expected)
                    throw new ArgumentException($"The parameters have {expected} elements, the vector {vec.numel()}.", nameof(vec));
                var start = 0L;
                foreach (var parameter in all)
                {
                    parameter.copy_(vec.narrow(0, start, parameter.numel()).view(parameter.shape));
                    start += parameter.numel();
                }
            }

            private static Tensor[] GradientsOf(IEnumerable<Parameter> parameters) =>
                [.. parameters.Select(parameter => parameter.grad).OfType<Tensor>()];
        }
    }
}
