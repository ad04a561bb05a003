using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>input · weightsᵀ + bias.</summary>
            /// <param name="input">[…, inputs]</param>
            /// <param name="weights">[outputs, inputs]</param>
            /// <param name="bias">[outputs]</param>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Ops.linear.Invoke(input, weights, bias);

            /// <summary>input1 · weight · input2 + bias, one matrix an output.</summary>
            /// <param name="input1">[…, inputs1]</param>
            /// <param name="input2">[…, inputs2]</param>
            /// <param name="weight">[outputs, inputs1, inputs2]</param>
            /// <param name="bias">[outputs]</param>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Ops.bilinear.Invoke(input1, input2, weight, bias);

            /// <summary>Vectors with a 1 at the given index and zeros elsewhere.</summary>
            /// <param name="x">Integers, of any shape.</param>
            /// <param name="num_classes">The length of a vector; -1 takes the largest index.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Ops.one_hot.Invoke(x, num_classes);

            /// <summary>The cosine of the angle between vectors that lie along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                Ops.cosine_similarity.Invoke(x1, x2, dim, eps);

            /// <summary>The distance between vectors that lie along the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                Ops.pairwise_distance.Invoke(input1, input2, p, eps, keepdim);

            /// <summary>The input divided by its norm along a dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12)
            {
                using var norm = Ops.norm_ScalarOpt_dim.Invoke(input, p, new[] { dim }, true);
                using var denominator = norm.clamp_min(eps);
                return input.div(denominator);
            }
        }
    }
}
