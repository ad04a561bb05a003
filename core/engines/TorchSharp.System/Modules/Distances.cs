using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The cosine of the angle between vectors that lie along a dimension.</summary>
    public sealed class CosineSimilarity : ParameterLessModule<Tensor, Tensor, Tensor>
    {
        internal CosineSimilarity(long dim, double eps) : base(nameof(CosineSimilarity)) => (this.dim, this.eps) = (dim, eps);

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <summary>The smallest norm; smaller ones count as this.</summary>
        public double eps { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.cosine_similarity(input1, input2, dim, eps);
    }

    /// <summary>The distance between vectors that lie along the last dimension.</summary>
    public sealed class PairwiseDistance : ParameterLessModule<Tensor, Tensor, Tensor>
    {
        internal PairwiseDistance(double p, double eps, bool keepdim) : base(nameof(PairwiseDistance)) =>
            (norm, this.eps, this.keepdim) = (p, eps, keepdim);

        /// <summary>Which norm.</summary>
        public double norm { get; set; }

        /// <summary>Added to differences.</summary>
        public double eps { get; set; }

        /// <summary>Whether the last dimension stays, with size 1.</summary>
        public bool keepdim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.pairwise_distance(input1, input2, norm, eps, keepdim);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The cosine of the angle between vectors that lie along a dimension.</summary>
            public static CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-8) => new(dim, eps);

            /// <summary>The distance between vectors that lie along the last dimension.</summary>
            public static PairwiseDistance PairwiseDistance(double p = 2.0, double eps = 1e-6, bool keepdim = false) => new(p, eps, keepdim);
        }
    }
}
