using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalises every channel of every sample.</summary>
    public abstract class InstanceNorm : NormBase
    {
        /// <inheritdoc/>
        public InstanceNorm(
            long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
            : base(num_features, eps, momentum ?? 0.1, affine, track_running_stats, device, dtype, name)
        {
        }

        /// <summary>The number of dimensions from the channels on.</summary>
        protected abstract long GetNumberOfBatchDimensions();

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            ValidateInputDimensions(input);
            var channels = (int)(input.Dimensions - GetNumberOfBatchDimensions());
            if (input.size(channels) != num_features)
                throw new ArgumentException(
                    $"{GetName()} takes {num_features} channels in dimension {channels}, found {input.size(channels)}.", nameof(input));
            if (channels == 1)
                return Normalized(input);
            using var batch = input.unsqueeze(0);
            using var normalized = Normalized(batch);
            return normalized.squeeze(0);
        }

        private Tensor Normalized(Tensor input) =>
            nn.functional.instance_norm(
                input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum!.Value, eps);
    }

    /// <summary>Instance normalisation of [batch, channels, length] or without batch.</summary>
    public sealed class InstanceNorm1d : InstanceNorm
    {
        internal InstanceNorm1d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm1d))
        {
        }

        /// <inheritdoc/>
        protected override long GetNumberOfBatchDimensions() => 2;

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 2, 3);
    }

    /// <summary>Instance normalisation of [batch, channels, height, width] or without batch.</summary>
    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm2d))
        {
        }

        /// <inheritdoc/>
        protected override long GetNumberOfBatchDimensions() => 3;

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 3, 4);
    }

    /// <summary>Instance normalisation of [batch, channels, depth, height, width] or without batch.</summary>
    public sealed class InstanceNorm3d : InstanceNorm
    {
        internal InstanceNorm3d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm3d))
        {
        }

        /// <inheritdoc/>
        protected override long GetNumberOfBatchDimensions() => 4;

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 4, 5);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Instance normalisation of [batch, channels, length] or without batch.</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The share of a batch in the running statistics.</param>
            /// <param name="affine">Whether a scale and a shift a channel are learnt.</param>
            /// <param name="track_running_stats">Whether there are running statistics.</param>
            /// <param name="device">Where the tensors live.</param>
            /// <param name="dtype">Their type.</param>
            public static InstanceNorm1d InstanceNorm1d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Instance normalisation of [batch, channels, height, width] or without batch.</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The share of a batch in the running statistics.</param>
            /// <param name="affine">Whether a scale and a shift a channel are learnt.</param>
            /// <param name="track_running_stats">Whether there are running statistics.</param>
            /// <param name="device">Where the tensors live.</param>
            /// <param name="dtype">Their type.</param>
            public static InstanceNorm2d InstanceNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Instance normalisation of [batch, channels, depth, height, width] or without batch.</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The share of a batch in the running statistics.</param>
            /// <param name="affine">Whether a scale and a shift a channel are learnt.</param>
            /// <param name="track_running_stats">Whether there are running statistics.</param>
            /// <param name="device">Where the tensors live.</param>
            /// <param name="dtype">Their type.</param>
            public static InstanceNorm3d InstanceNorm3d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
