using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Interpolation, grid sampling and rearrangement of pixels.</summary>
internal static class ResamplingCases
{
    private static readonly (string Name, long[] Size)[] Sizes = [("1d", [11]), ("2d", [8, 4]), ("3d", [5, 6, 3])];

    public static CaseTable Table
    {
        get
        {
            var table = new CaseTable("resampling")
            {
                { "bilinear_antialias", x => F.interpolate(x, [3, 4], mode: InterpolationMode.Bilinear, antialias: true) },
                { "bicubic_antialias", x => F.interpolate(x, [3, 4], mode: InterpolationMode.Bicubic, antialias: true) },
                { "nearest_scale", x => F.interpolate(x, scale_factor: [2, 2]) },
                {
                    "bilinear_scale", x =>
                        F.interpolate(x, scale_factor: [1.5, 0.6], mode: InterpolationMode.Bilinear, align_corners: false)
                },
                {
                    "bilinear_recomputed_scale", x =>
                        F.interpolate(
                            x, scale_factor: [1.5, 0.6], mode: InterpolationMode.Bilinear, align_corners: false, recompute_scale_factor: true)
                },
                {
                    "grid_sample_3d", (x, g) =>
                        F.grid_sample(x, g, GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, align_corners: false)
                },
                { "affine_grid", t => F.affine_grid(t, [2, 1, 3, 4]) },
                { "pixel_shuffle", x => F.pixel_shuffle(x, 2) },
                { "pixel_unshuffle", x => F.pixel_unshuffle(x, 2) },
                { "unfold", x => F.unfold(x, (2, 3), dilation: (1, 2), padding: (1, 1), stride: (2, 1)) },
                { "fold", x => F.fold(x, (4, 5), (2, 2)) },
                { "fold_stride", x => F.fold(x, (5, 5), (3, 3), padding: (1, 1), stride: (2, 2)) },
                { "channel_shuffle", x => x.channel_shuffle(2) },
            };
            AddInterpolations(table);
            AddGridSamples(table);
            return table;
        }
    }

    private static void AddInterpolations(CaseTable table)
    {
        foreach (var (name, size) in Sizes)
        {
            table.Add($"nearest_{name}", x => F.interpolate(x, size));
            table.Add($"nearest-exact_{name}", x => F.interpolate(x, size, mode: InterpolationMode.NearestExact));
            table.Add($"area_{name}", x => F.interpolate(x, size, mode: InterpolationMode.Area));
        }

        foreach (var (corners, suffix) in new[] { (false, "centres"), (true, "corners") })
        {
            table.Add($"linear_{suffix}", x => F.interpolate(x, [11], mode: InterpolationMode.Linear, align_corners: corners));
            table.Add($"bilinear_{suffix}", x => F.interpolate(x, [8, 4], mode: InterpolationMode.Bilinear, align_corners: corners));
            table.Add($"bicubic_{suffix}", x => F.interpolate(x, [8, 4], mode: InterpolationMode.Bicubic, align_corners: corners));
            table.Add($"trilinear_{suffix}", x => F.interpolate(x, [5, 6, 3], mode: InterpolationMode.Trilinear, align_corners: corners));
        }
    }

    private static void AddGridSamples(CaseTable table)
    {
        foreach (var (modeName, mode) in new[] { ("bilinear", GridSampleMode.Bilinear), ("nearest", GridSampleMode.Nearest) })
        foreach (var (paddingName, padding) in new[]
            { ("zeros", GridSamplePaddingMode.Zeros), ("border", GridSamplePaddingMode.Border), ("reflection", GridSamplePaddingMode.Reflection) })
        foreach (var (corners, suffix) in new[] { (false, "centres"), (true, "corners") })
            table.Add($"grid_sample_{modeName}_{paddingName}_{suffix}", (x, g) => F.grid_sample(x, g, mode, padding, corners));
    }
}
