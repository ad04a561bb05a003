using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The cross entropy of class probabilities that are given as logits.</summary>
    public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="weight">The weights; null for equal ones.</param>
        /// <param name="ignore_index">The class index of targets that do not count; -100 when null.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        /// <param name="label_smoothing">The share of the target that is spread over all classes.</param>
        public CrossEntropyLoss(
            Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0.0)
            : base(weight, reduction) =>
            (this.ignore_index, this.label_smoothing) = (ignore_index, label_smoothing);

        /// <summary>The class index of targets that do not count; -100 when null.</summary>
        public long? ignore_index { get; }

        /// <summary>The share of the target that is spread over all classes.</summary>
        public double label_smoothing { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
    }

    /// <summary>The negative log likelihood of class indices.</summary>
    public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="weight">The weights; null for equal ones.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public NLLLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(weight, reduction)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.nll_loss(input, target, weight, reduction);
    }

    /// <summary>The cross entropy of probabilities of two classes.</summary>
    public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="weight">The weights; null for equal ones.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public BCELoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(weight, reduction)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy(input, target, weight, reduction);
    }

    /// <summary>The cross entropy of probabilities of two classes that are given as logits.</summary>
    public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="weight">The weights; null for equal ones.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        /// <param name="pos_weights">The weights of the positive class; null for 1.</param>
        public BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null)
            : base(weight, reduction) =>
            this.pos_weights = pos_weights;

        /// <summary>The weights of the positive class; null for 1.</summary>
        public Tensor? pos_weights { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
    }

    /// <summary>The divergence of a target distribution from an input distribution, element by element.</summary>
    public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="log_target">Whether the target is logarithms.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            this.log_target = log_target;

        /// <summary>Whether the target is logarithms.</summary>
        public bool log_target { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.kl_div(input, target, log_target, reduction);
    }

    /// <summary>The mean square error.</summary>
    public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public MSELoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.mse_loss(input, target, reduction);
    }

    /// <summary>The mean absolute error.</summary>
    public sealed class L1Loss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public L1Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.l1_loss(input, target, reduction);
    }

    /// <summary>The square error, divided by 2·beta, below beta; the absolute error, less beta/2, above.</summary>
    public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        /// <param name="beta">Where the square ends.</param>
        public SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1.0) : base(reduction) =>
            this.beta = beta;

        /// <summary>Where the square ends.</summary>
        public double beta { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.smooth_l1_loss(input, target, reduction, beta);
    }

    /// <summary>Half the square error below delta; delta times the absolute error, less delta/2, above.</summary>
    public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="delta">Where the square ends.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public HuberLoss(double delta = 1.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            this.delta = delta;

        /// <summary>Where the square ends.</summary>
        public double delta { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.huber_loss(input, target, delta, reduction);
    }

    /// <summary>The negative log likelihood under Poisson distributions.</summary>
    public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="log_input">Whether the input is logarithms of rates.</param>
        /// <param name="full">Whether Stirling's approximation of the constant term is added.</param>
        /// <param name="eps">Added to rates before their logarithm is taken.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean)
            : base(reduction) =>
            (this.log_input, this.full, this.eps) = (log_input, full, eps);

        /// <summary>Whether the input is logarithms of rates.</summary>
        public bool log_input { get; }

        /// <summary>Whether Stirling's approximation of the constant term is added.</summary>
        public bool full { get; }

        /// <summary>Added to rates before their logarithm is taken.</summary>
        public float eps { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
    }

    /// <summary>The negative log likelihood under normal distributions.</summary>
    public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="full">Whether the constant term is added.</param>
        /// <param name="eps">The smallest variance; smaller ones count as this.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public GaussianNLLLoss(bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            (this.full, this.eps) = (full, eps);

        /// <summary>Whether the constant term is added.</summary>
        public bool full { get; }

        /// <summary>The smallest variance; smaller ones count as this.</summary>
        public float eps { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target, Tensor variance) =>
            nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
    }

    /// <summary>The negative log likelihood of label sequences over all alignments with a longer sequence.</summary>
    public sealed class CTCLoss : Loss<Tensor, Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="blank">The class that stands for no label.</param>
        /// <param name="zero_infinity">Whether infinite losses count as zero.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public CTCLoss(long blank = 0, bool zero_infinity = false, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            (this.blank, this.zero_infinity) = (blank, zero_infinity);

        /// <summary>The class that stands for no label.</summary>
        public long blank { get; }

        /// <summary>Whether infinite losses count as zero.</summary>
        public bool zero_infinity { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths) =>
            nn.functional.ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity, reduction);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The cross entropy of class probabilities that are given as logits.</summary>
            /// <param name="weight">The weights; null for equal ones.</param>
            /// <param name="ignore_index">The class index of targets that do not count; -100 when null.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static CrossEntropyLoss CrossEntropyLoss(
                Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) =>
                new(weight, ignore_index, reduction);

            /// <summary>The negative log likelihood of class indices.</summary>
            /// <param name="weight">The weights; null for equal ones.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            /// <summary>The cross entropy of probabilities of two classes.</summary>
            /// <param name="weight">The weights; null for equal ones.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            /// <summary>The cross entropy of probabilities of two classes that are given as logits.</summary>
            /// <param name="weight">The weights; null for equal ones.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            /// <param name="pos_weights">The weights of the positive class; null for 1.</param>
            public static BCEWithLogitsLoss BCEWithLogitsLoss(
                Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                new(weight, reduction, pos_weights);

            /// <summary>The divergence of a target distribution from an input distribution, element by element.</summary>
            /// <param name="log_target">Whether the target is logarithms.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);

            /// <summary>The mean square error.</summary>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <summary>The mean absolute error.</summary>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <summary>The square error, divided by 2·beta, below beta; the absolute error, less beta/2, above.</summary>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            /// <param name="beta">Where the square ends.</param>
            public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => new(reduction, beta);

            /// <summary>Half the square error below delta; delta times the absolute error, less delta/2, above.</summary>
            /// <param name="delta">Where the square ends.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => new(delta, reduction);

            /// <summary>The negative log likelihood under Poisson distributions.</summary>
            /// <param name="log_input">Whether the input is logarithms of rates.</param>
            /// <param name="full">Whether Stirling's approximation of the constant term is added.</param>
            /// <param name="eps">Added to rates before their logarithm is taken.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static PoissonNLLLoss PoissonNLLLoss(
                bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                new(log_input, full, eps, reduction);

            /// <summary>The negative log likelihood under normal distributions.</summary>
            /// <param name="full">Whether the constant term is added.</param>
            /// <param name="eps">The smallest variance; smaller ones count as this.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static GaussianNLLLoss GaussianNLLLoss(
                bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                new(full, eps, reduction);

            /// <summary>The negative log likelihood of label sequences over all alignments with a longer sequence.</summary>
            /// <param name="blank">The class that stands for no label.</param>
            /// <param name="zero_infinity">Whether infinite losses count as zero.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static CTCLoss CTCLoss(
                long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                new(blank, zero_infinity, reduction);
        }
    }
}
