using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The gradient of a convolution of sequences, as a layer with learnt filters.</summary>
    public sealed class ConvTranspose1d : ConvolutionTranspose
    {
        internal ConvTranspose1d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] output_padding, long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(
                nameof(ConvTranspose1d), in_channels, out_channels, kernel_size, stride, padding, null, dilation, transposed: true,
                output_padding, groups, bias, padding_mode, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, long[]? output_size)
        {
            CheckShape(input, 1);
            var added = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 1);
            return nn.functional.conv_transpose1d(
                input, weight, bias, stride[0], padding![0], added[0], dilation[0], groups);
        }
    }

    /// <summary>The gradient of a convolution of pictures, as a layer with learnt filters.</summary>
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] output_padding, long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(
                nameof(ConvTranspose2d), in_channels, out_channels, kernel_size, stride, padding, null, dilation, transposed: true,
                output_padding, groups, bias, padding_mode, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, long[]? output_size)
        {
            CheckShape(input, 2);
            var added = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 2);
            return nn.functional.conv_transpose2d(
                input, weight, bias, stride, padding!, added, dilation, groups);
        }
    }

    /// <summary>The gradient of a convolution of volumes, as a layer with learnt filters.</summary>
    public sealed class ConvTranspose3d : ConvolutionTranspose
    {
        internal ConvTranspose3d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] output_padding, long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(
                nameof(ConvTranspose3d), in_channels, out_channels, kernel_size, stride, padding, null, dilation, transposed: true,
                output_padding, groups, bias, padding_mode, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, long[]? output_size)
        {
            CheckShape(input, 3);
            var added = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 3);
            return nn.functional.conv_transpose3d(
                input, weight, bias, stride, padding!, added, dilation, groups);
        }
    }
}

namespace TorchSharp
{
    using Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The gradient of a convolution of sequences, as a layer.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is cut off on both sides.</param>
            /// <param name="output_padding">What is added at the far side.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added; zeros only.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static ConvTranspose1d ConvTranspose1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size], [stride], [padding],
                    [output_padding], [dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>The gradient of a convolution of pictures, as a layer.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is cut off on both sides.</param>
            /// <param name="output_padding">What is added at the far side.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added; zeros only.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [padding, padding],
                    [output_padding, output_padding], [dilation, dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>The gradient of a convolution of pictures, as a layer.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is cut off on both sides.</param>
            /// <param name="output_padding">What is added at the far side.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added; zeros only.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? output_padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size.ToArray(), (stride ?? (1, 1)).ToArray(), (padding ?? (0, 0)).ToArray(),
                    (output_padding ?? (0, 0)).ToArray(), (dilation ?? (1, 1)).ToArray(), padding_mode, groups, bias, device, dtype);

            /// <summary>The gradient of a convolution of volumes, as a layer.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is cut off on both sides.</param>
            /// <param name="output_padding">What is added at the far side.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added; zeros only.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size, kernel_size], [stride, stride, stride], [padding, padding, padding],
                    [output_padding, output_padding, output_padding], [dilation, dilation, dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>The gradient of a convolution of volumes, as a layer.</summary>
            /// <param name="in_channels">The channels of the input.</param>
            /// <param name="out_channels">The channels of the output.</param>
            /// <param name="kernel_size">The size of a filter.</param>
            /// <param name="stride">The step between places.</param>
            /// <param name="padding">What is cut off on both sides.</param>
            /// <param name="output_padding">What is added at the far side.</param>
            /// <param name="dilation">The distance between a filter's elements.</param>
            /// <param name="padding_mode">What is added; zeros only.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            /// <param name="bias">Whether it adds a bias.</param>
            /// <param name="device">Where its parameters live.</param>
            /// <param name="dtype">Their type.</param>
            public static ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null,
                (long, long, long)? padding = null, (long, long, long)? output_padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size.ToArray(), (stride ?? (1, 1, 1)).ToArray(), (padding ?? (0, 0, 0)).ToArray(),
                    (output_padding ?? (0, 0, 0)).ToArray(), (dilation ?? (1, 1, 1)).ToArray(), padding_mode, groups, bias, device, dtype);
        }
    }
}
