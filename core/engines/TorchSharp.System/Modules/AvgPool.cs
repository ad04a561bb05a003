using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The mean of every window of sequences.</summary>
    public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool1d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool count_include_pad) : base(nameof(AvgPool1d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.ceil_mode = ceil_mode;
            this.count_include_pad = count_include_pad;
        }

        /// <summary>The size of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>The step between windows; their size when null.</summary>
        public long? stride { get; set; }

        /// <summary>Zeros on both sides; none when null.</summary>
        public long? padding { get; set; }

        /// <summary>Whether windows may reach over the edge.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the zeros count in the mean.</summary>
        public bool count_include_pad { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
    }

    /// <summary>The mean of every window of pictures.</summary>
    public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
            : base(nameof(AvgPool2d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.ceil_mode = ceil_mode;
            this.count_include_pad = count_include_pad;
            this.divisor_override = divisor_override;
        }

        /// <summary>The size of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>The step between windows; their size when null.</summary>
        public long[]? stride { get; set; }

        /// <summary>Zeros on both sides; none when null.</summary>
        public long[]? padding { get; set; }

        /// <summary>Whether windows may reach over the edge.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the zeros count in the mean.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>What to divide by rather than the number of elements.</summary>
        public long? divisor_override { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }

    /// <summary>The mean of every window of volumes.</summary>
    public sealed class AvgPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool3d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
            : base(nameof(AvgPool3d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.ceil_mode = ceil_mode;
            this.count_include_pad = count_include_pad;
            this.divisor_override = divisor_override;
        }

        /// <summary>The size of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>The step between windows; their size when null.</summary>
        public long[]? stride { get; set; }

        /// <summary>Zeros on both sides; none when null.</summary>
        public long[]? padding { get; set; }

        /// <summary>Whether windows may reach over the edge.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the zeros count in the mean.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>What to divide by rather than the number of elements.</summary>
        public long? divisor_override { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.avg_pool3d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean of every window of sequences.</summary>
            public static AvgPool1d AvgPool1d(
                long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad);

            /// <summary>The mean of every window of pictures.</summary>
            public static AvgPool2d AvgPool2d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new([kernel_size, kernel_size], stride.Repeated(2), padding.Repeated(2), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of every window of pictures.</summary>
            public static AvgPool2d AvgPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size.ToArray(), stride?.ToArray(), padding?.ToArray(), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of every window of pictures.</summary>
            public static AvgPool2d AvgPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of every window of volumes.</summary>
            public static AvgPool3d AvgPool3d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new([kernel_size, kernel_size, kernel_size], stride.Repeated(3), padding.Repeated(3), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of every window of volumes.</summary>
            public static AvgPool3d AvgPool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size.ToArray(), stride?.ToArray(), padding?.ToArray(), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of every window of volumes.</summary>
            public static AvgPool3d AvgPool3d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
        }
    }
}
