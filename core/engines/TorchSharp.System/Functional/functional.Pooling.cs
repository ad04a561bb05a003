using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest value in every window.</summary>
            /// <param name="input">[batch, channels, length] or without batch.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="stride">The step between windows; their size when null.</param>
            /// <param name="padding">What is added on both sides and never the largest; nothing when null.</param>
            /// <param name="dilation">The distance between a window's elements; 1 when null.</param>
            /// <param name="ceil_mode">Whether windows may reach over the edge.</param>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool1d.Invoke(
                    input, kernel_size, OrDefault(stride), OrDefault(padding), OrDefault(dilation), ceil_mode);

            /// <summary>The largest value in every window, and where it stands.</summary>
            /// <inheritdoc cref="max_pool1d(Tensor, long, long?, long?, long?, bool)"/>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool1d_with_indices.Pair(
                    input, kernel_size, OrDefault(stride), OrDefault(padding), OrDefault(dilation), ceil_mode);

            /// <summary>The largest value in every window.</summary>
            /// <param name="input">[batch, channels, height, width] or without batch.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="strides">The step between windows; their size when null.</param>
            /// <param name="padding">What is added on both sides and never the largest; nothing when null.</param>
            /// <param name="dilation">The distance between a window's elements; 1 when null.</param>
            /// <param name="ceil_mode">Whether windows may reach over the edge.</param>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool2d.Invoke(
                    input, kernel_size, OrDefault(strides), OrDefault(padding), OrDefault(dilation), ceil_mode);

            /// <summary>The largest value in every window, and where it stands.</summary>
            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool2d_with_indices.Pair(
                    input, kernel_size, OrDefault(strides), OrDefault(padding), OrDefault(dilation), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size, kernel_size], stride.Repeated(2), padding.Repeated(2), dilation.Repeated(2), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
                bool ceil_mode = false) =>
                max_pool2d(input, kernel_size.ToArray(), stride?.ToArray(), padding?.ToArray(), dilation?.ToArray(), ceil_mode);

            /// <summary>The largest value in every window.</summary>
            /// <param name="input">[batch, channels, depth, height, width] or without batch.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="strides">The step between windows; their size when null.</param>
            /// <param name="padding">What is added on both sides and never the largest; nothing when null.</param>
            /// <param name="dilation">The distance between a window's elements; 1 when null.</param>
            /// <param name="ceil_mode">Whether windows may reach over the edge.</param>
            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool3d.Invoke(
                    input, kernel_size, OrDefault(strides), OrDefault(padding), OrDefault(dilation), ceil_mode);

            /// <summary>The largest value in every window, and where it stands.</summary>
            /// <inheritdoc cref="max_pool3d(Tensor, long[], long[], long[], long[], bool)"/>
            public static (Tensor output, Tensor indices) max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool3d_with_indices.Pair(
                    input, kernel_size, OrDefault(strides), OrDefault(padding), OrDefault(dilation), ceil_mode);

            /// <summary>The mean of every window.</summary>
            /// <param name="input">[batch, channels, length] or without batch.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="stride">The step between windows; their size when null.</param>
            /// <param name="padding">Zeros added on both sides; none when null.</param>
            /// <param name="ceil_mode">Whether windows may reach over the edge.</param>
            /// <param name="count_include_pad">Whether the zeros count in the mean.</param>
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                Ops.avg_pool1d.Invoke(
                    input, kernel_size, OrDefault(stride), OrDefault(padding), ceil_mode, count_include_pad);

            /// <summary>The mean of every window.</summary>
            /// <param name="input">[batch, channels, height, width] or without batch.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="stride">The step between windows; their size when null.</param>
            /// <param name="padding">Zeros added on both sides; none when null.</param>
            /// <param name="ceil_mode">Whether windows may reach over the edge.</param>
            /// <param name="count_include_pad">Whether the zeros count in the mean.</param>
            /// <param name="divisor_override">What to divide by rather than the number of elements.</param>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool2d.Invoke(
                    input, kernel_size, OrDefault(stride), OrDefault(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size, kernel_size], stride.Repeated(2), [padding, padding], ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, kernel_size.ToArray(), stride?.ToArray(), padding?.ToArray(), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of every window.</summary>
            /// <param name="input">[batch, channels, depth, height, width] or without batch.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="stride">The step between windows; their size when null.</param>
            /// <param name="padding">Zeros added on both sides; none when null.</param>
            /// <param name="ceil_mode">Whether windows may reach over the edge.</param>
            /// <param name="count_include_pad">Whether the zeros count in the mean.</param>
            /// <param name="divisor_override">What to divide by rather than the number of elements.</param>
            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool3d.Invoke(
                    input, kernel_size, OrDefault(stride), OrDefault(padding), ceil_mode, count_include_pad, divisor_override);
        }
    }
}
