using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zero for negative elements.</summary>
        public Tensor relu() => Ops.relu.Invoke(this);

        /// <summary>As <see cref="relu()"/>, in place.</summary>
        public Tensor relu_() => Ops.relu_.InPlace(this);

        /// <summary>Each element limited to [0, 6].</summary>
        public Tensor relu6() => Ops.relu6.Invoke(this);

        /// <summary>As <see cref="relu6()"/>, in place.</summary>
        public Tensor relu6_() => Ops.relu6_.InPlace(this);

        /// <summary>A small slope for negative elements.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Ops.leaky_relu.Invoke(this, negative_slope);

        /// <summary>As <see cref="leaky_relu(Scalar)"/>, in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => Ops.leaky_relu_.InPlace(this, negative_slope);

        /// <summary>An exponential approach to -alpha for negative elements.</summary>
        public Tensor elu(double alpha = 1) => Ops.elu.Invoke(this, alpha);

        /// <inheritdoc cref="elu(double)"/>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Ops.elu.Invoke(this, alpha, scale, input_scale);

        /// <summary>As <see cref="elu(double)"/>, in place.</summary>
        public Tensor elu_(double alpha = 1) => Ops.elu_.InPlace(this, alpha);

        /// <summary>As <see cref="elu(Scalar, Scalar, Scalar)"/>, in place.</summary>
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Ops.elu_.InPlace(this, alpha, scale, input_scale);

        /// <summary>A continuously differentiable exponential unit.</summary>
        public Tensor celu() => Ops.celu.Invoke(this);

        /// <inheritdoc cref="celu()"/>
        public Tensor celu(Scalar alpha) => Ops.celu.Invoke(this, alpha);

        /// <summary>As <see cref="celu()"/>, in place.</summary>
        public Tensor celu_() => Ops.celu_.InPlace(this);

        /// <summary>As <see cref="celu(Scalar)"/>, in place.</summary>
        public Tensor celu_(Scalar alpha) => Ops.celu_.InPlace(this, alpha);

        /// <summary>The self-normalising exponential unit.</summary>
        public Tensor selu() => Ops.selu.Invoke(this);

        /// <summary>As <see cref="selu()"/>, in place.</summary>
        public Tensor selu_() => Ops.selu_.InPlace(this);

        /// <summary>Each element times the normal distribution function.</summary>
        public Tensor gelu() => Ops.gelu.Invoke(this);

        /// <summary>As <see cref="gelu()"/>, in place.</summary>
        public Tensor gelu_() => Ops.gelu_.InPlace(this);

        /// <summary>Each element times its logistic function.</summary>
        public Tensor silu() => Ops.silu.Invoke(this);

        /// <summary>As <see cref="silu()"/>, in place.</summary>
        public Tensor silu_() => Ops.silu_.InPlace(this);

        /// <summary>A learned slope for negative elements.</summary>
        public Tensor prelu(Tensor target) => Ops.prelu.Invoke(this, target);

        /// <summary>The mean of a range of slopes for negative elements.</summary>
        public Tensor rrelu(double lower = 1.0 / 8, double upper = 1.0 / 3) => Ops.rrelu.Invoke(this, lower, upper);

        /// <summary>As <see cref="rrelu(double, double)"/>, in place.</summary>
        public Tensor rrelu_(double lower = 1.0 / 8, double upper = 1.0 / 3) => Ops.rrelu_.InPlace(this, lower, upper);

        /// <summary>One half of a dimension times the logistic function of the other.</summary>
        public Tensor glu(long dim = -1) => Ops.glu.Invoke(this, dim);

        /// <summary>A piecewise linear approximation of the logistic function.</summary>
        public Tensor hardsigmoid() => Ops.hardsigmoid.Invoke(this);

        /// <summary>As <see cref="hardsigmoid()"/>, in place.</summary>
        public Tensor hardsigmoid_() => Ops.hardsigmoid_.InPlace(this);

        /// <summary>Each element times a piecewise linear approximation of its logistic function.</summary>
        public Tensor hardswish() => Ops.hardswish.Invoke(this);

        /// <summary>As <see cref="hardswish()"/>, in place.</summary>
        public Tensor hardswish_() => Ops.hardswish_.InPlace(this);

        /// <summary>Each element limited to a range.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Ops.hardtanh.Invoke(this, min, max);

        /// <summary>As <see cref="hardtanh(Scalar, Scalar)"/>, in place.</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) => Ops.hardtanh_.InPlace(this, min, max);

        /// <summary>A smooth approximation of the rectifier, linear above a threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Ops.softplus.Invoke(this, beta, threshold);

        /// <summary>The logarithm of the logistic function.</summary>
        public Tensor log_sigmoid() => Ops.log_sigmoid.Invoke(this);

        /// <summary>Exponentials that sum to 1 along a dimension.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Ops.softmax_int.Invoke(this, dim, dtype);

        /// <summary>The logarithm of exponentials that sum to 1 along a dimension.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Ops.log_softmax_int.Invoke(this, dim, dtype);

        /// <summary>A value in place of all elements that do not exceed a threshold.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => Ops.threshold.Invoke(this, threshold, value);

        /// <summary>As <see cref="threshold(Scalar, Scalar)"/>, in place.</summary>
        public Tensor threshold_(Scalar threshold, Scalar value) => Ops.threshold_.InPlace(this, threshold, value);
    }
}
