using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers, losses and other parts of networks as functions.</summary>
        public static partial class functional
        {
            /// <summary>max(0, x).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : x.relu();

            /// <summary>min(max(0, x), 6).</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? x.relu6_() : x.relu6();

            /// <summary>x where positive, a slope times x elsewhere.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.leaky_relu_(negative_slope) : input.leaky_relu(negative_slope);

            /// <summary>x where positive, a learnt slope times x elsewhere.</summary>
            /// <param name="input">Of any shape; dimension 1 holds the channels.</param>
            /// <param name="weight">One slope, or one a channel.</param>
            public static Tensor prelu(Tensor input, Tensor weight) => input.prelu(weight);

            /// <summary>x where positive, the mean of two slopes times x elsewhere.</summary>
            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) =>
                inplace ? x.rrelu_(lower, upper) : x.rrelu(lower, upper);

            /// <summary>x where positive, alpha·(exp(x) - 1) elsewhere.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? x.elu_(alpha) : x.elu(alpha);

            /// <summary>x where positive, alpha·(exp(x / alpha) - 1) elsewhere.</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? x.celu_(alpha) : x.celu(alpha);

            /// <summary>The exponential linear unit scaled so that mean and variance are kept.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_() : x.selu();

            /// <summary>x times the normal distribution's cumulative function.</summary>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>x times the normal distribution's cumulative function.</summary>
            public static Tensor gelu(Tensor x, bool inplace) => inplace ? x.gelu_() : x.gelu();

            /// <summary>x times the normal distribution's cumulative function, exact or by a hyperbolic tangent.</summary>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                inplace ? Ops.gelu_.InPlace(x, approximate.ToString()) : Ops.gelu.Invoke(x, approximate.ToString());

            /// <summary>The first half of a dimension times the sigmoid of the second half.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => input.glu(dim);

            /// <summary>x·sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_() : x.silu();

            /// <summary>The older spelling of <see cref="silu"/>.</summary>
            public static Tensor SiLU(Tensor x, bool inplace = false) => silu(x, inplace);

            /// <summary>x·tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? Ops.mish_.InPlace(x) : Ops.mish.Invoke(x);

            /// <summary>The older spelling of <see cref="mish"/>.</summary>
            public static Tensor Mish(Tensor x) => mish(x);

            /// <summary>1 / (1 + exp(-x)).</summary>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>1 / (1 + exp(-x)).</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_() : x.sigmoid();

            /// <summary>The logarithm of the sigmoid.</summary>
            public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();

            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();

            /// <summary>x - tanh(x).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var tangent = x.tanh();
                return inplace ? x.sub_(tangent) : x.sub(tangent);
            }

            /// <summary>The older spelling of <see cref="tanhshrink"/>.</summary>
            public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var size = x.abs();
                using var denominator = size.add(1);
                return inplace ? x.div_(denominator) : x.div(denominator);
            }

            /// <summary>The older spelling of <see cref="softsign"/>.</summary>
            public static Tensor Softsign(Tensor x) => softsign(x);

            /// <summary>log(1 + exp(beta·x)) / beta, and x itself where beta·x exceeds the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            /// <summary>A linear approximation of the sigmoid: min(max(0, x / 6 + 1 / 2), 1).</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => inplace ? input.hardsigmoid_() : input.hardsigmoid();

            /// <summary>x times the hard sigmoid of x.</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) => inplace ? input.hardswish_() : input.hardswish();

            /// <summary>x, clamped to a range.</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                inplace ? x.hardtanh_(min_val, max_val) : x.hardtanh(min_val, max_val);

            /// <summary>The older spelling of <see cref="hardtanh"/>.</summary>
            public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                hardtanh(x, min_val, max_val, inplace);

            /// <summary>x where |x| exceeds lambda, 0 elsewhere.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Ops.hardshrink.Invoke(x, lambda);

            /// <summary>The older spelling of <see cref="hardshrink"/>.</summary>
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => hardshrink(x, lambda);

            /// <summary>x moved by lambda towards 0, and 0 within lambda of it.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Ops.softshrink.Invoke(x, lambda);

            /// <summary>The older spelling of <see cref="softshrink"/>.</summary>
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => softshrink(x, lambda);

            /// <summary>x where it exceeds the threshold, a value elsewhere.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? x.threshold_(threshold, value) : x.threshold(threshold, value);

            /// <summary>The older spelling of <see cref="threshold"/>.</summary>
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                functional.threshold(x, threshold, value, inplace);

            /// <summary>Exponentials that sum to 1 along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>The logarithm of the softmax.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>The softmax of the negated input.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negated = x.neg();
                return negated.softmax(dim);
            }

            /// <summary>The softmax over the channels.</summary>
            /// <param name="x">[batch, channels, height, width] or without batch.</param>
            public static Tensor softmax2d(Tensor x) => x.softmax(-3);
        }
    }
}
