using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Convolves sequences with learnt filters.</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(
                nameof(Conv1d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed: false,
                new long[1], groups, bias, padding_mode, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => Convolve(
            input, 1,
            (x, sizes) => nn.functional.conv1d(x, weight, bias, stride[0], sizes[0], dilation[0], groups),
            (x, rule) => nn.functional.conv1d_padding(x, weight, bias, stride[0], rule, dilation[0], groups));
    }

    /// <summary>Convolves pictures with learnt filters.</summary>
    public sealed class Conv2d : Convolution
    {
        internal Conv2d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(
                nameof(Conv2d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed: false,
                new long[2], groups, bias, padding_mode, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => Convolve(
            input, 2,
            (x, sizes) => nn.functional.conv2d(x, weight, bias, stride, sizes, dilation, groups),
            (x, rule) => nn.functional.conv2d_padding(x, weight, bias, stride, rule, dilation, groups));
    }

    /// <summary>Convolves volumes with learnt filters.</summary>
    public sealed class Conv3d : Convolution
    {
        internal Conv3d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(
                nameof(Conv3d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed: false,
                new long[3], groups, bias, padding_mode, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => Convolve(
            input, 3,
            (x, sizes) => nn.functional.conv3d(x, weight, bias, stride, sizes, dilation, groups),
            (x, rule) => nn.functional.conv3d_padding(x, weight, bias, stride, rule, dilation, groups));
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A convolution of sequences.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size], [stride], [padding], null,
                    [dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of sequences with computed padding.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size], [stride], null, padding,
                    [dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of pictures.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [padding, padding], null,
                    [dilation, dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of pictures with computed padding.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], null, padding,
                    [dilation, dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of pictures.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size.ToArray(), (stride ?? (1, 1)).ToArray(), (padding ?? (0, 0)).ToArray(), null,
                    (dilation ?? (1, 1)).ToArray(), padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of pictures with computed padding.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size.ToArray(), (stride ?? (1, 1)).ToArray(), null, padding,
                    (dilation ?? (1, 1)).ToArray(), padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of volumes.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv3d Conv3d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size, kernel_size], [stride, stride, stride], [padding, padding, padding], null,
                    [dilation, dilation, dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of volumes with computed padding.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv3d Conv3d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size, kernel_size], [stride, stride, stride], null, padding,
                    [dilation, dilation, dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of volumes.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv3d Conv3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null,
                (long, long, long)? padding = null, (long, long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size.ToArray(), (stride ?? (1, 1, 1)).ToArray(), (padding ?? (0, 0, 0)).ToArray(), null,
                    (dilation ?? (1, 1, 1)).ToArray(), padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of volumes with computed padding.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is added on both sides.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static Conv3d Conv3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, Padding padding, (long, long, long)? stride = null,
                (long, long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size.ToArray(), (stride ?? (1, 1, 1)).ToArray(), null, padding,
                    (dilation ?? (1, 1, 1)).ToArray(), padding_mode, groups, bias, device, dtype);
        }
    }
}
