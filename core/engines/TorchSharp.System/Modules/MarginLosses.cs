using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Distances as they are where the target is 1; what they lack of a margin where it is -1.</summary>
    public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="margin">The margin.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public HingeEmbeddingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            this.margin = margin;

        /// <summary>The margin.</summary>
        public double margin { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.hinge_embedding_loss(input, target, margin, reduction);
    }

    /// <summary>What the first input lacks of being larger (target 1) or smaller (target -1) than the second by a margin.</summary>
    public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="margin">The margin.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public MarginRankingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            this.margin = margin;

        /// <summary>The margin.</summary>
        public double margin { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
            nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
    }

    /// <summary>One minus the cosine where the target is 1; the cosine beyond a margin where it is -1.</summary>
    public sealed class CosineEmbeddingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="margin">The margin.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public CosineEmbeddingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            this.margin = margin;

        /// <summary>The margin.</summary>
        public double margin { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
            nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
    }

    /// <summary>log(1 + exp(-target · input)), for targets 1 and -1.</summary>
    public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public SoftMarginLoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.soft_margin_loss(input, target, reduction);
    }

    /// <summary>What every wrong class lacks of being a margin below the right one.</summary>
    public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="p">The exponent, 1 or 2.</param>
        /// <param name="margin">The margin.</param>
        /// <param name="weight">The weights; null for equal ones.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
            : base(weight, reduction) =>
            (this.p, this.margin) = (p, margin);

        /// <summary>The exponent, 1 or 2.</summary>
        public int p { get; }

        /// <summary>The margin.</summary>
        public double margin { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
    }

    /// <summary>What every wrong class lacks of being 1 below each right one.</summary>
    public sealed class MultiLabelMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public MultiLabelMarginLoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.multi_label_margin_loss(input, target, reduction);
    }

    /// <summary>The mean over classes of the cross entropy of each class by itself.</summary>
    public sealed class MultiLabelSoftMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss.</summary>
        /// <param name="weight">The weights; null for equal ones.</param>
        /// <param name="reduction">What becomes of the values for the single elements.</param>
        public MultiLabelSoftMarginLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(weight, reduction)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Distances as they are where the target is 1; what they lack of a margin where it is -1.</summary>
            /// <param name="margin">The margin.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

            /// <summary>What the first input lacks of being larger (target 1) or smaller (target -1) than the second by a margin.</summary>
            /// <param name="margin">The margin.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static MarginRankingLoss MarginRankingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

            /// <summary>One minus the cosine where the target is 1; the cosine beyond a margin where it is -1.</summary>
            /// <param name="margin">The margin.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static CosineEmbeddingLoss CosineEmbeddingLoss(
                double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            /// <summary>log(1 + exp(-target · input)), for targets 1 and -1.</summary>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <summary>What every wrong class lacks of being a margin below the right one.</summary>
            /// <param name="p">The exponent, 1 or 2.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="weight">The weights; null for equal ones.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static MultiMarginLoss MultiMarginLoss(
                int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(p, margin, weight, reduction);

            /// <summary>What every wrong class lacks of being 1 below each right one.</summary>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static MultiLabelMarginLoss MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <summary>The mean over classes of the cross entropy of each class by itself.</summary>
            /// <param name="weight">The weights; null for equal ones.</param>
            /// <param name="reduction">What becomes of the values for the single elements.</param>
            public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(
                Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(weight, reduction);
        }
    }
}
