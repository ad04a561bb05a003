using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The largest value in every window of sequences.</summary>
    public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode) : base(nameof(MaxPool1d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.dilation = dilation;
            this.ceil_mode = ceil_mode;
        }

        /// <summary>The size of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>The step between windows; their size when null.</summary>
        public long? stride { get; set; }

        /// <summary>What is added on both sides; nothing when null.</summary>
        public long? padding { get; set; }

        /// <summary>The distance between a window's elements; 1 when null.</summary>
        public long? dilation { get; set; }

        /// <summary>Whether windows may reach over the edge.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The largest value in every window, and where it stands.</summary>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    /// <summary>The largest value in every window of pictures.</summary>
    public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode) : base(nameof(MaxPool2d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.dilation = dilation;
            this.ceil_mode = ceil_mode;
        }

        /// <summary>The size of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>The step between windows; their size when null.</summary>
        public long[]? stride { get; set; }

        /// <summary>What is added on both sides; nothing when null.</summary>
        public long[]? padding { get; set; }

        /// <summary>The distance between a window's elements; 1 when null.</summary>
        public long[]? dilation { get; set; }

        /// <summary>Whether windows may reach over the edge.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The largest value in every window, and where it stands.</summary>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    /// <summary>The largest value in every window of volumes.</summary>
    public sealed class MaxPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool3d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode) : base(nameof(MaxPool3d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.dilation = dilation;
            this.ceil_mode = ceil_mode;
        }

        /// <summary>The size of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>The step between windows; their size when null.</summary>
        public long[]? stride { get; set; }

        /// <summary>What is added on both sides; nothing when null.</summary>
        public long[]? padding { get; set; }

        /// <summary>The distance between a window's elements; 1 when null.</summary>
        public long[]? dilation { get; set; }

        /// <summary>Whether windows may reach over the edge.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The largest value in every window, and where it stands.</summary>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool3d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The largest value in every window of sequences.</summary>
            public static MaxPool1d MaxPool1d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            /// <summary>The largest value in every window of pictures.</summary>
            public static MaxPool2d MaxPool2d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new([kernel_size, kernel_size], stride.Repeated(2), padding.Repeated(2), dilation.Repeated(2), ceil_mode);

            /// <summary>The largest value in every window of pictures.</summary>
            public static MaxPool2d MaxPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
                bool ceil_mode = false) =>
                new(kernel_size.ToArray(), stride?.ToArray(), padding?.ToArray(), dilation?.ToArray(), ceil_mode);

            /// <summary>The largest value in every window of pictures.</summary>
            public static MaxPool2d MaxPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            /// <summary>The largest value in every window of volumes.</summary>
            public static MaxPool3d MaxPool3d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new([kernel_size, kernel_size, kernel_size], stride.Repeated(3), padding.Repeated(3), dilation.Repeated(3), ceil_mode);

            /// <summary>The largest value in every window of volumes.</summary>
            public static MaxPool3d MaxPool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null,
                (long, long, long)? dilation = null, bool ceil_mode = false) =>
                new(kernel_size.ToArray(), stride?.ToArray(), padding?.ToArray(), dilation?.ToArray(), ceil_mode);

            /// <summary>The largest value in every window of volumes.</summary>
            public static MaxPool3d MaxPool3d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);
        }
    }
}
