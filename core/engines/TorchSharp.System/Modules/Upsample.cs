using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Enlarges the dimensions behind batch and channels.</summary>
    public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
    {
        private readonly long[]? _size;
        private readonly double[]? _scale;

        internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
            : base(nameof(Upsample))
        {
            (_size, _scale, this.mode) = (size, scale_factor, mode);
            (this.align_corners, this.recompute_scale_factor) = (align_corners, recompute_scale_factor);
        }

        /// <summary>The new sizes; empty when factors are given.</summary>
        public ReadOnlySpan<long> size => _size;

        /// <summary>The factors of the sizes; empty when sizes are given.</summary>
        public ReadOnlySpan<double> scale_factor => _scale;

        /// <summary>How values between samples are made.</summary>
        public UpsampleMode mode { get; }

        /// <summary>Whether the corner samples keep their places.</summary>
        public bool? align_corners { get; }

        /// <summary>Whether the factors are made anew from the rounded sizes.</summary>
        public bool? recompute_scale_factor { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.interpolate(input, _size, _scale, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Enlarges the dimensions behind batch and channels.</summary>
            /// <param name="size">The new sizes; or give <paramref name="scale_factor"/>.</param>
            /// <param name="scale_factor">The factors of the sizes, one a dimension or one for all.</param>
            /// <param name="mode">How values between samples are made.</param>
            /// <param name="align_corners">Whether the corner samples keep their places; null for the nearest sample.</param>
            /// <param name="recompute_scale_factor">Whether the factors are made anew from the rounded sizes.</param>
            public static Upsample Upsample(
                long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null,
                bool? recompute_scale_factor = null) =>
                new(size, scale_factor, mode, align_corners, recompute_scale_factor);
        }
    }
}
