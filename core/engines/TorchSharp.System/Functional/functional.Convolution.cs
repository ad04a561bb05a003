using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Convolves sequences with filters.</summary>
            /// <param name="input">[batch, channels, length] or without batch.</param>
            /// <param name="weight">[outputs, channels / groups, size]</param>
            /// <param name="bias">[outputs]</param>
            /// <param name="stride">The step between places; 1 when null.</param>
            /// <param name="padding">Zeros added at both ends; none when null.</param>
            /// <param name="dilation">The distance between a filter's elements; 1 when null.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null,
                long groups = 1) =>
                Ops.conv1d.Invoke(input, weight, bias, OrDefault(stride), OrDefault(padding), OrDefault(dilation), groups);

            /// <summary>Convolves sequences with filters, with padding that is computed from their size.</summary>
            /// <inheritdoc cref="conv1d"/>
            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null,
                long groups = 1) =>
                Ops.conv1d_padding.Invoke(input, weight, bias, OrDefault(stride), Named(padding), OrDefault(dilation), groups);

            /// <summary>Convolves pictures with filters.</summary>
            /// <param name="input">[batch, channels, height, width] or without batch.</param>
            /// <param name="weight">[outputs, channels / groups, height, width]</param>
            /// <param name="bias">[outputs]</param>
            /// <param name="strides">The steps between places; 1 when null.</param>
            /// <param name="padding">Zeros added on both sides; none when null.</param>
            /// <param name="dilation">The distances between a filter's elements; 1 when null.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1)
            {
                if (!IsOneByOneWithStride(input, weight, strides, padding))
                    return Ops.conv2d.Invoke(input, weight, bias, OrDefault(strides), OrDefault(padding), OrDefault(dilation), groups);
                using var rows = input.slice(-2, 0, input.shape[^2], strides![0]);
                using var places = rows.slice(-1, 0, input.shape[^1], strides[^1]);
                return Ops.conv2d.Invoke(places, weight, bias, Argument.Default, Argument.Default, Argument.Default, groups);
            }

            /// <summary>Convolves pictures with filters, with padding that is computed from their size.</summary>
            /// <inheritdoc cref="conv2d"/>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null,
                long groups = 1) =>
                Ops.conv2d_padding.Invoke(input, weight, bias, OrDefault(strides), Named(padding), OrDefault(dilation), groups);

            /// <summary>Convolves volumes with filters.</summary>
            /// <param name="input">[batch, channels, depth, height, width] or without batch.</param>
            /// <param name="weight">[outputs, channels / groups, depth, height, width]</param>
            /// <param name="bias">[outputs]</param>
            /// <param name="strides">The steps between places; 1 when null.</param>
            /// <param name="padding">Zeros added on both sides; none when null.</param>
            /// <param name="dilation">The distances between a filter's elements; 1 when null.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1) =>
                Ops.conv3d.Invoke(input, weight, bias, OrDefault(strides), OrDefault(padding), OrDefault(dilation), groups);

            /// <summary>Convolves volumes with filters, with padding that is computed from their size.</summary>
            /// <inheritdoc cref="conv3d"/>
            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null,
                long groups = 1) =>
                Ops.conv3d_padding.Invoke(input, weight, bias, OrDefault(strides), Named(padding), OrDefault(dilation), groups);

            /// <summary>The gradient of a convolution of sequences, as a layer of its own.</summary>
            /// <param name="input">[batch, channels, length] or without batch.</param>
            /// <param name="weight">[channels, outputs / groups, size]</param>
            /// <param name="bias">[outputs]</param>
            /// <param name="stride">The step of the convolution; 1 when null.</param>
            /// <param name="padding">What is cut off at both ends; nothing when null.</param>
            /// <param name="output_padding">What is added at the far end; nothing when null.</param>
            /// <param name="dilation">The distance between a filter's elements; 1 when null.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null,
                long? dilation = null, long groups = 1) =>
                Ops.conv_transpose1d.Invoke(
                    input, weight, bias, OrDefault(stride), OrDefault(padding), OrDefault(output_padding), groups, OrDefault(dilation));

            /// <summary>The gradient of a convolution of pictures, as a layer of its own.</summary>
            /// <param name="input">[batch, channels, height, width] or without batch.</param>
            /// <param name="weight">[channels, outputs / groups, height, width]</param>
            /// <param name="bias">[outputs]</param>
            /// <param name="strides">The steps of the convolution; 1 when null.</param>
            /// <param name="padding">What is cut off on both sides; nothing when null.</param>
            /// <param name="output_padding">What is added on the far side; nothing when null.</param>
            /// <param name="dilation">The distances between a filter's elements; 1 when null.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                Ops.conv_transpose2d.Invoke(
                    input, weight, bias, OrDefault(strides), OrDefault(padding), OrDefault(output_padding), groups, OrDefault(dilation));

            /// <summary>The gradient of a convolution of volumes, as a layer of its own.</summary>
            /// <param name="input">[batch, channels, depth, height, width] or without batch.</param>
            /// <param name="weight">[channels, outputs / groups, depth, height, width]</param>
            /// <param name="bias">[outputs]</param>
            /// <param name="strides">The steps of the convolution; 1 when null.</param>
            /// <param name="padding">What is cut off on both sides; nothing when null.</param>
            /// <param name="output_padding">What is added on the far side; nothing when null.</param>
            /// <param name="dilation">The distances between a filter's elements; 1 when null.</param>
            /// <param name="groups">Groups of channels that do not mix.</param>
            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                Ops.conv_transpose3d.Invoke(
                    input, weight, bias, OrDefault(strides), OrDefault(padding), OrDefault(output_padding), groups, OrDefault(dilation));

            // oneDNN 2.6, as libtorch 1.13 has it, writes beyond its memory when filters of one element take steps over a few channels that lie
            // beside each other. Without the places between, the filters need no steps.
            private static bool IsOneByOneWithStride(Tensor input, Tensor weight, long[]? strides, long[]? padding) =>
                strides is { Length: 1 or 2 } && strides.Any(stride => stride > 1) && (padding is null || padding.All(zeros => zeros == 0))
                && input.dim() is 3 or 4 && weight.dim() == 4 && weight.shape[2] == 1 && weight.shape[3] == 1;

            // Lists of sizes are not optional in the schemas: what the caller leaves out takes the schema's default.
            private static Argument OrDefault(long? value) => value is { } given ? given : Argument.Default;

            private static Argument OrDefault(long[]? values) => values is null ? Argument.Default : values;

            private static string Named(Padding padding) => padding switch
            {
                Padding.Valid => "valid",
                Padding.Same => "same",
                _ => throw new ArgumentOutOfRangeException(nameof(padding), padding, "Padding is Valid or Same."),
            };
        }
    }
}
