using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Means of windows that are chosen so that the output has a given size.</summary>
            /// <param name="input">[batch, channels, length] or without batch.</param>
            /// <param name="output_size">The size of the output.</param>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => Ops.adaptive_avg_pool1d.Invoke(input, output_size);

            /// <summary>Means of windows that are chosen so that the output has a given size.</summary>
            /// <param name="input">[batch, channels, height, width] or without batch.</param>
            /// <param name="output_size">The size of the output.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Ops.adaptive_avg_pool2d.Invoke(input, output_size);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                adaptive_avg_pool2d(input, [output_size, output_size]);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                adaptive_avg_pool2d(input, output_size.ToArray());

            /// <summary>Means of windows that are chosen so that the output has a given size.</summary>
            /// <param name="input">[batch, channels, depth, height, width] or without batch.</param>
            /// <param name="output_size">The size of the output.</param>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => Ops.adaptive_avg_pool3d.Invoke(input, output_size);

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                adaptive_avg_pool3d(input, [output_size, output_size, output_size]);

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                adaptive_avg_pool3d(input, output_size.ToArray());

            /// <summary>Largest values of windows that are chosen so that the output has a given size, and where they stand.</summary>
            /// <param name="input">[batch, channels, length] or without batch.</param>
            /// <param name="output_size">The size of the output.</param>
            public static (Tensor output, Tensor indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                Ops.adaptive_max_pool1d.Pair(input, output_size);

            /// <summary>Largest values of windows that are chosen so that the output has a given size.</summary>
            /// <param name="input">[batch, channels, length] or without batch.</param>
            /// <param name="output_size">The size of the output.</param>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
            {
                var (output, indices) = adaptive_max_pool1d_with_indices(input, output_size);
                indices.Dispose();
                return output;
            }

            /// <summary>Largest values of windows that are chosen so that the output has a given size, and where they stand.</summary>
            /// <param name="input">[batch, channels, height, width] or without batch.</param>
            /// <param name="output_size">The size of the output.</param>
            public static (Tensor output, Tensor indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                Ops.adaptive_max_pool2d.Pair(input, output_size);

            /// <summary>Largest values of windows that are chosen so that the output has a given size.</summary>
            /// <param name="input">[batch, channels, height, width] or without batch.</param>
            /// <param name="output_size">The size of the output.</param>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
            {
                var (output, indices) = adaptive_max_pool2d_with_indices(input, output_size);
                indices.Dispose();
                return output;
            }

            /// <summary>Largest values of windows that are chosen so that the output has a given size, and where they stand.</summary>
            /// <param name="input">[batch, channels, depth, height, width] or without batch.</param>
            /// <param name="output_size">The size of the output.</param>
            public static (Tensor output, Tensor indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                Ops.adaptive_max_pool3d.Pair(input, output_size);

            /// <summary>Largest values of windows that are chosen so that the output has a given size.</summary>
            /// <param name="input">[batch, channels, depth, height, width] or without batch.</param>
            /// <param name="output_size">The size of the output.</param>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size)
            {
                var (output, indices) = adaptive_max_pool3d_with_indices(input, output_size);
                indices.Dispose();
                return output;
            }
        }
    }
}
