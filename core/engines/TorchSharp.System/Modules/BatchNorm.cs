using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalises every channel over the batch when training, by running statistics otherwise.</summary>
    public abstract class BatchNorm : NormBase
    {
        /// <inheritdoc/>
        public BatchNorm(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            ValidateInputDimensions(input);
            var share = momentum ?? 0;
            if (training && num_batches_tracked is { } tracked)
            {
                tracked.add_(1);
                share = momentum ?? 1.0 / tracked.item<long>();
            }
            var byBatch = training || running_mean is null && running_var is null;
            return nn.functional.batch_norm(input, running_mean!, running_var!, weight, bias, byBatch, share, eps);
        }
    }

    /// <summary>Batch normalisation of [batch, channels] or [batch, channels, length].</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 2, 3);
    }

    /// <summary>Batch normalisation of [batch, channels, height, width].</summary>
    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 4);
    }

    /// <summary>Batch normalisation of [batch, channels, depth, height, width].</summary>
    public sealed class BatchNorm3d : BatchNorm
    {
        internal BatchNorm3d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 5);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Batch normalisation of [batch, channels] or [batch, channels, length].</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The share of a batch in the running statistics.</param>
            /// <param name="affine">Whether a scale and a shift a channel are learnt.</param>
            /// <param name="track_running_stats">Whether there are running statistics.</param>
            /// <param name="device">Where the tensors live.</param>
            /// <param name="dtype">Their type.</param>
            public static BatchNorm1d BatchNorm1d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation of [batch, channels, height, width].</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The share of a batch in the running statistics.</param>
            /// <param name="affine">Whether a scale and a shift a channel are learnt.</param>
            /// <param name="track_running_stats">Whether there are running statistics.</param>
            /// <param name="device">Where the tensors live.</param>
            /// <param name="dtype">Their type.</param>
            public static BatchNorm2d BatchNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation of [batch, channels, depth, height, width].</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The share of a batch in the running statistics.</param>
            /// <param name="affine">Whether a scale and a shift a channel are learnt.</param>
            /// <param name="track_running_stats">Whether there are running statistics.</param>
            /// <param name="device">Where the tensors live.</param>
            /// <param name="dtype">Their type.</param>
            public static BatchNorm3d BatchNorm3d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
