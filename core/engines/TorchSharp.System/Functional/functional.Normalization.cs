using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Normalises every channel over the batch, or by its running statistics.</summary>
            /// <param name="input">[batch, channels, …]</param>
            /// <param name="running_mean">[channels]; updated when training.</param>
            /// <param name="running_var">[channels]; updated when training.</param>
            /// <param name="weight">[channels]</param>
            /// <param name="bias">[channels]</param>
            /// <param name="training">Whether the batch's own statistics are used.</param>
            /// <param name="momentum">The share of this batch in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1e-5) =>
                Ops.batch_norm.Invoke(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>Normalises groups of channels of every sample.</summary>
            /// <param name="input">[batch, channels, …]</param>
            /// <param name="num_groups">Into how many groups the channels fall.</param>
            /// <param name="weight">[channels]</param>
            /// <param name="bias">[channels]</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                using var wide = WideUnderAutocast(input, weight);
                return Ops.group_norm.Invoke(wide ?? input, num_groups, weight, bias, eps);
            }

            /// <summary>Normalises every channel of every sample.</summary>
            /// <param name="input">[batch, channels, …]</param>
            /// <param name="running_mean">[channels]; updated when <paramref name="use_input_stats"/>.</param>
            /// <param name="running_var">[channels]; updated when <paramref name="use_input_stats"/>.</param>
            /// <param name="weight">[channels]</param>
            /// <param name="bias">[channels]</param>
            /// <param name="use_input_stats">False normalises by the running statistics.</param>
            /// <param name="momentum">The share of this batch in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                Ops.instance_norm.Invoke(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            /// <summary>Normalises over the last dimensions.</summary>
            /// <param name="input">[…, normalized_shape]</param>
            /// <param name="normalized_shape">The sizes of the last dimensions.</param>
            /// <param name="weight">Of that shape.</param>
            /// <param name="bias">Of that shape.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                using var wide = WideUnderAutocast(input, weight);
                return Ops.layer_norm.Invoke(wide ?? input, normalized_shape, weight, bias, eps);
            }

            /// <summary>Divides by a power of the mean square over neighbouring channels.</summary>
            /// <param name="input">[batch, channels, …]</param>
            /// <param name="size">The number of neighbouring channels.</param>
            /// <param name="alpha">The factor of the mean square.</param>
            /// <param name="beta">The exponent.</param>
            /// <param name="k">What is added before the power is taken.</param>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
            {
                using var scope = NewDisposeScope();
                // Channels become a spatial dimension, over which a pool of one column takes the mean.
                var squares = input.square().flatten(2).unsqueeze(1);
                var padded = pad(squares, [0L, 0, size / 2, (size - 1) / 2]);
                var mean = avg_pool2d(padded, [size, 1], [1, 1]).squeeze(1).view(input.shape);
                return input.div(mean.mul(alpha).add(k).pow(beta)).MoveToOuterDisposeScope();
            }

            // Autocast leaves these operators alone, but they refuse narrow inputs beside single-precision weights. Null where nothing is to be done.
            private static Tensor? WideUnderAutocast(Tensor input, Tensor? weight) =>
                input.dtype is ScalarType.BFloat16 or ScalarType.Float16 && weight is null or { dtype: ScalarType.Float32 } &&
                AutocastPause.TypeOn(input.device_type) is not null
                    ? input.to(ScalarType.Float32)
                    : null;
        }
    }
}
