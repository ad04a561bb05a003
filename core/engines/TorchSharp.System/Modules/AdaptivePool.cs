using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Means of windows of sequences that are chosen so that the output has a given size.</summary>
    public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool1d(long output_size) : base(nameof(AdaptiveAvgPool1d)) => this.output_size = output_size;

        /// <summary>The size of the output.</summary>
        public long output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);
    }

    /// <summary>Means of windows of pictures that are chosen so that the output has a given size.</summary>
    public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

        /// <summary>The size of the output.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
    }

    /// <summary>Means of windows of volumes that are chosen so that the output has a given size.</summary>
    public sealed class AdaptiveAvgPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool3d(long[] output_size) : base(nameof(AdaptiveAvgPool3d)) => this.output_size = output_size;

        /// <summary>The size of the output.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool3d(input, output_size);
    }

    /// <summary>Largest values of windows of sequences that are chosen so that the output has a given size.</summary>
    public sealed class AdaptiveMaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool1d(long output_size) : base(nameof(AdaptiveMaxPool1d)) => this.output_size = output_size;

        /// <summary>The size of the output.</summary>
        public long output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size);

        /// <summary>The largest values, and where they stand.</summary>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool1d_with_indices(input, output_size);
    }

    /// <summary>Largest values of windows of pictures that are chosen so that the output has a given size.</summary>
    public sealed class AdaptiveMaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool2d(long[] output_size) : base(nameof(AdaptiveMaxPool2d)) => this.output_size = output_size;

        /// <summary>The size of the output.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool2d(input, output_size);

        /// <summary>The largest values, and where they stand.</summary>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool2d_with_indices(input, output_size);
    }

    /// <summary>Largest values of windows of volumes that are chosen so that the output has a given size.</summary>
    public sealed class AdaptiveMaxPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool3d(long[] output_size) : base(nameof(AdaptiveMaxPool3d)) => this.output_size = output_size;

        /// <summary>The size of the output.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool3d(input, output_size);

        /// <summary>The largest values, and where they stand.</summary>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool3d_with_indices(input, output_size);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Means of windows of sequences that are chosen so that the output has a given size.</summary>
            public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

            /// <summary>Means of windows of pictures that are chosen so that the output has a given size.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size, output_size]);

            /// <summary>Means of windows of pictures that are chosen so that the output has a given size.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(output_size.ToArray());

            /// <summary>Means of windows of pictures that are chosen so that the output has a given size.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            /// <summary>Means of windows of volumes that are chosen so that the output has a given size.</summary>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new([output_size, output_size, output_size]);

            /// <summary>Means of windows of volumes that are chosen so that the output has a given size.</summary>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) => new(output_size.ToArray());

            /// <summary>Means of windows of volumes that are chosen so that the output has a given size.</summary>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);

            /// <summary>Largest values of windows of sequences that are chosen so that the output has a given size.</summary>
            public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);

            /// <summary>Largest values of windows of pictures that are chosen so that the output has a given size.</summary>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);

            /// <summary>Largest values of windows of volumes that are chosen so that the output has a given size.</summary>
            public static AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => new(output_size);
        }
    }
}
