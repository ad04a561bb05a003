using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>What the distance to the negative lacks of being larger, by a margin, than that to the positive.</summary>
    public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly double _eps;
        private readonly bool _swap;

        /// <summary>A loss.</summary>
        /// <param name="margin">The margin.</param>
        /// <param name="p">Which norm measures distance.</param>
        /// <param name="eps">Added to differences.</param>
        /// <param name="swap">Whether the distance from positive to negative counts if it is the smaller one.</param>
        /// <param name="reduction">What becomes of the values for the single samples.</param>
        public TripletMarginLoss(
            double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
            : base(reduction) =>
            (this.margin, this.p, _eps, _swap) = (margin, p, eps, swap);

        /// <summary>The margin.</summary>
        public double margin { get; }

        /// <summary>Which norm measures distance.</summary>
        public long p { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
            nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
    }

    /// <summary>What the distance to the negative lacks of being larger, by a margin, than that to the positive; for any distance.</summary>
    public sealed class TripletMarginWithDistanceLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly Func<Tensor, Tensor, Tensor>? _distance;
        private readonly bool _swap;

        /// <summary>A loss.</summary>
        /// <param name="distance">What measures distance; the Euclidean norm when null.</param>
        /// <param name="margin">The margin.</param>
        /// <param name="swap">Whether the distance from positive to negative counts if it is the smaller one.</param>
        /// <param name="reduction">What becomes of the values for the single samples.</param>
        public TripletMarginWithDistanceLoss(
            Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
            : base(reduction) =>
            (_distance, this.margin, _swap) = (distance, margin, swap);

        /// <summary>The margin.</summary>
        public double margin { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
            nn.functional.triplet_margin_with_distance_loss(anchor, positive, negative, _distance, margin, _swap, reduction);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>What the distance to the negative lacks of being larger, by a margin, than that to the positive.</summary>
            /// <param name="margin">The margin.</param>
            /// <param name="p">Which norm measures distance.</param>
            /// <param name="eps">Added to differences.</param>
            /// <param name="swap">Whether the distance from positive to negative counts if it is the smaller one.</param>
            /// <param name="reduction">What becomes of the values for the single samples.</param>
            public static TripletMarginLoss TripletMarginLoss(
                double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(margin, p, eps, swap, reduction);

            /// <summary>What the distance to the negative lacks of being larger, by a margin, than that to the positive; for any distance.</summary>
            /// <param name="distance">What measures distance; the Euclidean norm when null.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="swap">Whether the distance from positive to negative counts if it is the smaller one.</param>
            /// <param name="reduction">What becomes of the values for the single samples.</param>
            public static TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(
                Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(distance, margin, swap, reduction);
        }
    }
}
