using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>When training, sets elements to zero at random and scales the others up.</summary>
    public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout(double p, bool inplace) : base(nameof(Dropout))
        {
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability of being dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
    }

    /// <summary>When training, sets whole channels of sequences to zero at random and scales the others up.</summary>
    public sealed class Dropout1d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout1d(double p, bool inplace) : base(nameof(Dropout1d))
        {
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability of being dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.dropout1d(tensor, p, training, inplace);
    }

    /// <summary>When training, sets whole channels of pictures to zero at random and scales the others up.</summary>
    public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout2d(double p, bool inplace) : base(nameof(Dropout2d))
        {
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability of being dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, p, training, inplace);
    }

    /// <summary>When training, sets whole channels of volumes to zero at random and scales the others up.</summary>
    public sealed class Dropout3d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout3d(double p, bool inplace) : base(nameof(Dropout3d))
        {
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability of being dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.dropout3d(input, p, training, inplace);
    }

    /// <summary>When training, sets elements to the lowest value of SELU at random and keeps mean and variance.</summary>
    public sealed class AlphaDropout : ParameterLessModule<Tensor, Tensor>
    {
        internal AlphaDropout(double p, bool inplace) : base(nameof(AlphaDropout))
        {
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability of being dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.alpha_dropout(tensor, p, training, inplace);
    }

    /// <summary>When training, sets whole channels to the lowest value of SELU at random.</summary>
    public sealed class FeatureAlphaDropout : ParameterLessModule<Tensor, Tensor>
    {
        internal FeatureAlphaDropout(double p, bool inplace) : base(nameof(FeatureAlphaDropout))
        {
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability of being dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.feature_alpha_dropout(input, p, training, inplace);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>When training, sets elements to zero at random and scales the others up.</summary>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            /// <summary>When training, sets whole channels of sequences to zero at random and scales the others up.</summary>
            public static Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => new(p, inplace);

            /// <summary>When training, sets whole channels of pictures to zero at random and scales the others up.</summary>
            public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

            /// <summary>When training, sets whole channels of volumes to zero at random and scales the others up.</summary>
            public static Dropout3d Dropout3d(double p = 0.5, bool inplace = false) => new(p, inplace);

            /// <summary>When training, sets elements to the lowest value of SELU at random and keeps mean and variance.</summary>
            public static AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            /// <summary>When training, sets whole channels to the lowest value of SELU at random.</summary>
            public static FeatureAlphaDropout FeatureAlphaDropout(double p = 0.5) => new(p, false);

            /// <summary>When training, sets whole channels to the lowest value of SELU at random.</summary>
            public static FeatureAlphaDropout FeatureAlphaDropout(double p, bool inplace) => new(p, inplace);
        }
    }
}
