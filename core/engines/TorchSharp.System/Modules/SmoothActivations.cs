using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x times the normal distribution's cumulative function.</summary>
    public sealed class GELU : ParameterLessModule<Tensor, Tensor>
    {
        /// <summary>How the function is computed.</summary>
        public enum Approximate
        {
            /// <summary>Exactly.</summary>
            none = 0,

            /// <summary>By a hyperbolic tangent.</summary>
            tanh = 1,
        }

        internal GELU(Approximate approximate, bool inplace) : base(nameof(GELU))
        {
            this.approximate = approximate;
            this.inplace = inplace;
        }

        /// <summary>How the function is computed.</summary>
        public Approximate approximate { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);
    }

    /// <summary>x·sigmoid(x).</summary>
    public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
    {
        internal SiLU(bool inplace) : base(nameof(SiLU)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.silu(tensor, inplace);
    }

    /// <summary>x·tanh(softplus(x)).</summary>
    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish(bool inplace) : base(nameof(Mish)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);
    }

    /// <summary>1 / (1 + exp(-x)).</summary>
    public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Sigmoid(bool inplace) : base(nameof(Sigmoid)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.sigmoid(tensor, inplace);
    }

    /// <summary>The logarithm of the sigmoid.</summary>
    public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSigmoid() : base(nameof(LogSigmoid))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.logsigmoid(tensor);
    }

    /// <summary>The hyperbolic tangent.</summary>
    public sealed class Tanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Tanh(bool inplace) : base(nameof(Tanh)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.tanh(tensor, inplace);
    }

    /// <summary>log(1 + exp(beta·x)) / beta, and x itself where beta·x exceeds the threshold.</summary>
    public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
    {
        internal Softplus(double beta, double threshold) : base(nameof(Softplus))
        {
            this.beta = beta;
            this.threshold = threshold;
        }

        /// <summary>How sharp the bend is.</summary>
        public double beta { get; set; }

        /// <summary>Where the function becomes linear.</summary>
        public double threshold { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);
    }

    /// <summary>x / (1 + |x|).</summary>
    public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
    {
        internal Softsign(bool inplace) : base(nameof(Softsign)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softsign(tensor, inplace);
    }

    /// <summary>The first half of a dimension times the sigmoid of the second half.</summary>
    public sealed class GLU : ParameterLessModule<Tensor, Tensor>
    {
        internal GLU(long dim) : base(nameof(GLU)) => this.dim = dim;

        /// <summary>The dimension to halve.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);
    }

    /// <summary>Exponentials that sum to 1 along a dimension.</summary>
    public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax(long dim) : base(nameof(Softmax)) => this.dim = dim;

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softmax(tensor, dim);
    }

    /// <summary>The softmax over the channels of pictures.</summary>
    public sealed class Softmax2d : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax2d() : base(nameof(Softmax2d))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softmax2d(tensor);
    }

    /// <summary>The softmax of the negated input.</summary>
    public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmin(long dim) : base(nameof(Softmin)) => this.dim = dim;

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softmin(tensor, dim);
    }

    /// <summary>The logarithm of the softmax.</summary>
    public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSoftmax(long dim) : base(nameof(LogSoftmax)) => this.dim = dim;

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.log_softmax(tensor, dim);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x times the normal distribution's cumulative function.</summary>
            public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

            /// <summary>x times the normal distribution's cumulative function.</summary>
            public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

            /// <summary>x times the normal distribution's cumulative function.</summary>
            public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

            /// <summary>x·sigmoid(x).</summary>
            public static SiLU SiLU() => new(false);

            /// <summary>x·sigmoid(x).</summary>
            public static SiLU SiLU(bool inplace) => new(inplace);

            /// <summary>x·tanh(softplus(x)).</summary>
            public static Mish Mish() => new(false);

            /// <summary>x·tanh(softplus(x)).</summary>
            public static Mish Mish(bool inplace) => new(inplace);

            /// <summary>1 / (1 + exp(-x)).</summary>
            public static Sigmoid Sigmoid() => new(false);

            /// <summary>1 / (1 + exp(-x)).</summary>
            public static Sigmoid Sigmoid(bool inplace) => new(inplace);

            /// <summary>The logarithm of the sigmoid.</summary>
            public static LogSigmoid LogSigmoid() => new();

            /// <summary>The hyperbolic tangent.</summary>
            public static Tanh Tanh() => new(false);

            /// <summary>The hyperbolic tangent.</summary>
            public static Tanh Tanh(bool inplace = false) => new(inplace);

            /// <summary>log(1 + exp(beta·x)) / beta, and x itself where beta·x exceeds the threshold.</summary>
            public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

            /// <summary>x / (1 + |x|).</summary>
            public static Softsign Softsign() => new(false);

            /// <summary>x / (1 + |x|).</summary>
            public static Softsign Softsign(bool inplace) => new(inplace);

            /// <summary>The first half of a dimension times the sigmoid of the second half.</summary>
            public static GLU GLU(long dim = -1) => new(dim);

            /// <summary>Exponentials that sum to 1 along a dimension.</summary>
            public static Softmax Softmax(long dim) => new(dim);

            /// <summary>The softmax over the channels of pictures.</summary>
            public static Softmax2d Softmax2d() => new();

            /// <summary>The softmax of the negated input.</summary>
            public static Softmin Softmin(long dim) => new(dim);

            /// <summary>The logarithm of the softmax.</summary>
            public static LogSoftmax LogSoftmax(long dim) => new(dim);
        }
    }
}
