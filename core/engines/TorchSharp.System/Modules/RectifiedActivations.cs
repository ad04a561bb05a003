using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>max(0, x).</summary>
    public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU(bool inplace) : base(nameof(ReLU)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.relu(tensor, inplace);
    }

    /// <summary>min(max(0, x), 6).</summary>
    public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU6(bool inplace) : base(nameof(ReLU6)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.relu6(tensor, inplace);
    }

    /// <summary>x where positive, a slope times x elsewhere.</summary>
    public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal LeakyReLU(double negative_slope, bool inplace) : base(nameof(LeakyReLU))
        {
            this.negative_slope = negative_slope;
            this.inplace = inplace;
        }

        /// <summary>The slope below zero.</summary>
        public double negative_slope { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.leaky_relu(tensor, negative_slope, inplace);
    }

    /// <summary>x where positive, a slope times x elsewhere: drawn at random when training, the mean of its bounds otherwise.</summary>
    public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal RReLU(double lower, double upper, bool inplace) : base(nameof(RReLU))
        {
            this.lower = lower;
            this.upper = upper;
            this.inplace = inplace;
        }

        /// <summary>The smallest slope.</summary>
        public double lower { get; set; }

        /// <summary>The largest slope.</summary>
        public double upper { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) =>
            inplace ? Ops.rrelu_.InPlace(tensor, lower, upper, training) : Ops.rrelu.Invoke(tensor, lower, upper, training);
    }

    /// <summary>x where positive, alpha·(exp(x) - 1) elsewhere.</summary>
    public sealed class ELU : ParameterLessModule<Tensor, Tensor>
    {
        internal ELU(double alpha, bool inplace) : base(nameof(ELU))
        {
            this.alpha = alpha;
            this.inplace = inplace;
        }

        /// <summary>The negated limit far below zero.</summary>
        public double alpha { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.elu(tensor, alpha, inplace);
    }

    /// <summary>x where positive, alpha·(exp(x / alpha) - 1) elsewhere.</summary>
    public sealed class CELU : ParameterLessModule<Tensor, Tensor>
    {
        internal CELU(double alpha, bool inplace) : base(nameof(CELU))
        {
            this.alpha = alpha;
            this.inplace = inplace;
        }

        /// <summary>The negated limit far below zero.</summary>
        public double alpha { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.celu(tensor, alpha, inplace);
    }

    /// <summary>The exponential linear unit scaled so that mean and variance are kept.</summary>
    public sealed class SELU : ParameterLessModule<Tensor, Tensor>
    {
        internal SELU(bool inplace) : base(nameof(SELU)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);
    }

    /// <summary>x where it exceeds the threshold, a value elsewhere.</summary>
    public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
    {
        internal Threshold(double threshold, double value, bool inplace) : base(nameof(Threshold))
        {
            this.threshold = threshold;
            this.value = value;
            this.inplace = inplace;
        }

        /// <summary>The threshold.</summary>
        public double threshold { get; set; }

        /// <summary>What replaces the rest.</summary>
        public double value { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.threshold(tensor, threshold, value, inplace);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>max(0, x).</summary>
            public static ReLU ReLU(bool inplace = false) => new(inplace);

            /// <summary>min(max(0, x), 6).</summary>
            public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

            /// <summary>x where positive, a slope times x elsewhere.</summary>
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

            /// <summary>x where positive, a slope times x elsewhere: drawn at random when training, the mean of its bounds otherwise.</summary>
            public static RReLU RReLU(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) => new(lower, upper, inplace);

            /// <summary>x where positive, alpha·(exp(x) - 1) elsewhere.</summary>
            public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            /// <summary>x where positive, alpha·(exp(x / alpha) - 1) elsewhere.</summary>
            public static CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            /// <summary>The exponential linear unit scaled so that mean and variance are kept.</summary>
            public static SELU SELU(bool inplace = false) => new(inplace);

            /// <summary>x where it exceeds the threshold, a value elsewhere.</summary>
            public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);
        }
    }
}
