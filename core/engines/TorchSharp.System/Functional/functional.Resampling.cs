using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resizes the dimensions behind batch and channels.</summary>
            /// <param name="x">[batch, channels, …] with one to three more dimensions.</param>
            /// <param name="size">The new sizes; or give <paramref name="scale_factor"/>.</param>
            /// <param name="scale_factor">The factors of the sizes, one a dimension or one for all.</param>
            /// <param name="mode">How values between samples are made.</param>
            /// <param name="align_corners">Whether the corner samples keep their places; for the linear and cubic modes only.</param>
            /// <param name="recompute_scale_factor">Whether the factors are made anew from the rounded sizes.</param>
            /// <param name="antialias">Whether shrinking averages over all samples; for two dimensions and the linear and cubic modes.</param>
            /// <exception cref="ArgumentException">Sizes and factors do not fit the input, or an option does not fit the mode.</exception>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var dimensions = (int)x.Dimensions - 2;
                CheckInterpolation(dimensions, size, scale_factor, mode, align_corners, antialias);
                var scale = scale_factor?.Length == 1 ? [.. Enumerable.Repeat(scale_factor[0], dimensions)] : scale_factor;
                if (scale is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = [.. scale.Select((factor, i) => (long)Math.Floor(x.size(i + 2) * factor))];
                    scale = null;
                }
                var corners = align_corners ?? false;
                return (mode, dimensions) switch
                {
                    (InterpolationMode.Nearest, 1) => Ops.upsample_nearest1d.Invoke(x, size, scale),
                    (InterpolationMode.Nearest, 2) => Ops.upsample_nearest2d.Invoke(x, size, scale),
                    (InterpolationMode.Nearest, 3) => Ops.upsample_nearest3d.Invoke(x, size, scale),
                    (InterpolationMode.NearestExact, 1) => Ops._upsample_nearest_exact1d.Invoke(x, size, scale),
                    (InterpolationMode.NearestExact, 2) => Ops._upsample_nearest_exact2d.Invoke(x, size, scale),
                    (InterpolationMode.NearestExact, 3) => Ops._upsample_nearest_exact3d.Invoke(x, size, scale),
                    (InterpolationMode.Area, 1) => Ops.adaptive_avg_pool1d.Invoke(x, size),
                    (InterpolationMode.Area, 2) => Ops.adaptive_avg_pool2d.Invoke(x, size),
                    (InterpolationMode.Area, 3) => Ops.adaptive_avg_pool3d.Invoke(x, size),
                    (InterpolationMode.Linear, 1) => Ops.upsample_linear1d.Invoke(x, size, corners, scale),
                    (InterpolationMode.Bilinear, 2) when antialias => Ops._upsample_bilinear2d_aa.Invoke(x, size, corners, scale),
                    (InterpolationMode.Bilinear, 2) => Ops.upsample_bilinear2d.Invoke(x, size, corners, scale),
                    (InterpolationMode.Bicubic, 2) when antialias => Ops._upsample_bicubic2d_aa.Invoke(x, size, corners, scale),
                    (InterpolationMode.Bicubic, 2) => Ops.upsample_bicubic2d.Invoke(x, size, corners, scale),
                    (InterpolationMode.Trilinear, 3) => Ops.upsample_trilinear3d.Invoke(x, size, corners, scale),
                    _ => throw new ArgumentException($"{mode} does not resize an input of {dimensions + 2} dimensions.", nameof(mode)),
                };
            }

            /// <summary>Enlarges the dimensions behind batch and channels.</summary>
            /// <param name="input">[batch, channels, …] with one to three more dimensions.</param>
            /// <param name="size">The new sizes; or give <paramref name="scale_factor"/>.</param>
            /// <param name="scale_factor">The factors of the sizes.</param>
            /// <param name="mode">How values between samples are made.</param>
            /// <param name="align_corners">Whether the corner samples keep their places; the nearest sample ignores it.</param>
            public static Tensor upsample(
                Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary>Values of an input at the points of a grid.</summary>
            /// <param name="input">[batch, channels, height, width] or [batch, channels, depth, height, width]</param>
            /// <param name="grid">[batch, …, 2 or 3]: points (x, y[, z]) from -1 to 1.</param>
            /// <param name="mode">How values between samples are made.</param>
            /// <param name="padding_mode">What stands outside the input.</param>
            /// <param name="align_corners">Whether -1 and 1 are the centres of the corner samples, not their outer edges; false when null.</param>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                // The operator numbers both choices in its own way.
                var interpolation = mode switch
                {
                    GridSampleMode.Bilinear => 0,
                    GridSampleMode.Nearest => 1,
                    _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "A grid is sampled by Bilinear or Nearest."),
                };
                var padding = padding_mode switch
                {
                    GridSamplePaddingMode.Zeros => 0,
                    GridSamplePaddingMode.Border => 1,
                    GridSamplePaddingMode.Reflection => 2,
                    _ => throw new ArgumentOutOfRangeException(nameof(padding_mode), padding_mode, "There is no such padding mode."),
                };
                return Ops.grid_sampler.Invoke(input, grid, interpolation, padding, align_corners ?? false);
            }

            /// <summary>The points of a grid under affine maps.</summary>
            /// <param name="theta">[batch, 2, 3] or [batch, 3, 4]</param>
            /// <param name="size">The size of the output that the grid is for: batch, channels, and two or three more.</param>
            /// <param name="align_corners">Whether -1 and 1 are the centres of the corner samples.</param>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                Ops.affine_grid_generator.Invoke(theta, size, align_corners);

            /// <summary>Moves channels into space.</summary>
            /// <param name="input">[…, channels · factor², height, width]</param>
            /// <param name="upscale_factor">The factor.</param>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Ops.pixel_shuffle.Invoke(input, upscale_factor);

            /// <summary>Moves space into channels.</summary>
            /// <param name="input">[…, channels, height · factor, width · factor]</param>
            /// <param name="downscale_factor">The factor.</param>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Ops.pixel_unshuffle.Invoke(input, downscale_factor);

            /// <summary>Cuts pictures into windows that may overlap.</summary>
            /// <param name="input">[batch, channels, height, width]</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="dilation">The distance between a window's elements.</param>
            /// <param name="padding">Zeros added on both sides.</param>
            /// <param name="stride">The step between windows.</param>
            /// <returns>[batch, channels · window, windows]</returns>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <inheritdoc cref="unfold(Tensor, long, long, long, long)"/>
            public static Tensor unfold(
                Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                Ops.im2col.Invoke(
                    input, kernel_size.ToArray(), (dilation ?? (1, 1)).ToArray(), (padding ?? (0, 0)).ToArray(), (stride ?? (1, 1)).ToArray());

            /// <summary>Adds windows up into pictures, the reverse of cutting them.</summary>
            /// <param name="input">[batch, channels · window, windows]</param>
            /// <param name="output_size">The height and width of a picture.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="dilation">The distance between a window's elements.</param>
            /// <param name="padding">Zeros that were added on both sides.</param>
            /// <param name="stride">The step between windows.</param>
            /// <returns>[batch, channels, height, width]</returns>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <inheritdoc cref="fold(Tensor, long, long, long, long, long)"/>
            public static Tensor fold(
                Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                Ops.col2im.Invoke(
                    input, output_size.ToArray(), kernel_size.ToArray(), (dilation ?? (1, 1)).ToArray(), (padding ?? (0, 0)).ToArray(),
                    (stride ?? (1, 1)).ToArray());

            private static void CheckInterpolation(
                int dimensions, long[]? size, double[]? scale, InterpolationMode mode, bool? corners, bool antialias)
            {
                if (size is null == scale is null)
                    throw new ArgumentException("Resizing needs either sizes or factors.");
                if (size is not null && size.Length != dimensions)
                    throw new ArgumentException($"An input of {dimensions + 2} dimensions takes {dimensions} sizes, not {size.Length}.");
                if (scale is not null && scale.Length != dimensions && scale.Length != 1)
                    throw new ArgumentException($"An input of {dimensions + 2} dimensions takes {dimensions} factors, not {scale.Length}.");
                if (corners is not null && mode is InterpolationMode.Nearest or InterpolationMode.NearestExact or InterpolationMode.Area)
                    throw new ArgumentException($"{mode} has no choice about corners: leave it null.", nameof(corners));
                if (antialias && mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                    throw new ArgumentException($"Only Bilinear and Bicubic have an antialiased form, not {mode}.");
            }
        }
    }
}
