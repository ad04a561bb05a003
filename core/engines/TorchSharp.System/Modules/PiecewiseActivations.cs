using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A linear approximation of the sigmoid: min(max(0, x / 6 + 1 / 2), 1).</summary>
    public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardsigmoid(bool inplace) : base(nameof(Hardsigmoid)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.hardsigmoid(tensor, inplace);
    }

    /// <summary>x times the hard sigmoid of x.</summary>
    public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardswish(bool inplace) : base(nameof(Hardswish)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);
    }

    /// <summary>x, clamped to a range.</summary>
    public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardtanh(double min_val, double max_val, bool inplace) : base(nameof(Hardtanh))
        {
            this.min_val = min_val;
            this.max_val = max_val;
            this.inplace = inplace;
        }

        /// <summary>The smallest value.</summary>
        public double min_val { get; set; }

        /// <summary>The largest value.</summary>
        public double max_val { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.hardtanh(tensor, min_val, max_val, inplace);
    }

    /// <summary>x where |x| exceeds lambda, 0 elsewhere.</summary>
    public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardshrink(double lambda) : base(nameof(Hardshrink)) => this.lambda = lambda;

        /// <summary>The bound.</summary>
        public double lambda { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.hardshrink(tensor, lambda);
    }

    /// <summary>x moved by lambda towards 0, and 0 within lambda of it.</summary>
    public sealed class Softshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Softshrink(double lambda) : base(nameof(Softshrink)) => this.lambda = lambda;

        /// <summary>The bound.</summary>
        public double lambda { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softshrink(tensor, lambda);
    }

    /// <summary>x - tanh(x).</summary>
    public sealed class Tanhshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Tanhshrink(bool inplace) : base(nameof(Tanhshrink)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.tanhshrink(tensor, inplace);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A linear approximation of the sigmoid: min(max(0, x / 6 + 1 / 2), 1).</summary>
            public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

            /// <summary>x times the hard sigmoid of x.</summary>
            public static Hardswish Hardswish(bool inplace = false) => new(inplace);

            /// <summary>x, clamped to a range.</summary>
            public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) => new(min_val, max_val, inplace);

            /// <summary>x where |x| exceeds lambda, 0 elsewhere.</summary>
            public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

            /// <summary>x moved by lambda towards 0, and 0 within lambda of it.</summary>
            public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

            /// <summary>x - tanh(x).</summary>
            public static Tanhshrink Tanhshrink() => new(false);

            /// <summary>x - tanh(x).</summary>
            public static Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);
        }
    }
}
