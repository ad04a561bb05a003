using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>Changes that people hardly mind: places, brightness and colours as a whole.</summary>
internal static class SlightDistortions
{
    private static readonly (int Down, int Right)[] s_directions = [(0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1)];

    public static IReadOnlyList<Distortion> Taught { get; } =
    [
        new("shift", DistortionKind.Slight, Shift),
        new("brightness", DistortionKind.Slight, Brightness),
        new("contrast", DistortionKind.Slight, Contrast),
        new("tint", DistortionKind.Slight, Tint),
        new("saturation", DistortionKind.Slight, Saturation),
        new("zoom", DistortionKind.Slight, Zoom),
    ];

    public static IReadOnlyList<Distortion> Untaught { get; } =
    [
        new("gamma", DistortionKind.Slight, Gamma),
        new("turn", DistortionKind.Slight, Turn),
        new("light from a side", DistortionKind.Slight, LightFromASide),
    ];

    private static Tensor Shift(Tensor pictures, Tensor strengths)
    {
        var pixels = 1 + Strength.Level(strengths, 2);
        var (down, right) = Chance.OneOf(s_directions);
        return PictureBorder.Cut(pictures, pixels * down, pixels * right);
    }

    private static Tensor Brightness(Tensor pictures, Tensor strengths) =>
        PictureBorder.Cut(pictures) + Chance.Sign(pictures.shape[0]) * (strengths * 0.25 + 0.03);

    private static Tensor Contrast(Tensor pictures, Tensor strengths)
    {
        var cut = PictureBorder.Cut(pictures);
        return Stretched(cut, cut.mean([1, 2, 3], keepdim: true), strengths * 0.3 + 0.05);
    }

    private static Tensor Tint(Tensor pictures, Tensor strengths)
    {
        var colour = randn([pictures.shape[0], pictures.shape[1], 1, 1]);
        return PictureBorder.Cut(pictures) + nn.functional.normalize(colour, dim: 1) * (strengths * 0.3 + 0.04);
    }

    private static Tensor Saturation(Tensor pictures, Tensor strengths)
    {
        var cut = PictureBorder.Cut(pictures);
        return Stretched(cut, cut.mean([1], keepdim: true), strengths * 0.6 + 0.1);
    }

    private static Tensor Gamma(Tensor pictures, Tensor strengths)
    {
        var light = PictureBorder.Cut(pictures).add(1).div(2).clamp(0, 1);
        return light.pow((Chance.Sign(pictures.shape[0]) * (strengths * 0.4 + 0.1)).exp()).mul(2).sub(1);
    }

    private static Tensor Zoom(Tensor pictures, Tensor strengths)
    {
        var (height, width) = (pictures.shape[2], pictures.shape[3]);
        var pixels = 1 + Strength.Level(strengths, 2);
        var middle = pictures.narrow(2, pixels, height - 2 * pixels).narrow(3, pixels, width - 2 * pixels);
        return PictureBorder.Cut(nn.functional.interpolate(middle, [height, width], mode: InterpolationMode.Bicubic, align_corners: false));
    }

    /// <summary>About the middle, by half a degree to three.</summary>
    private static Tensor Turn(Tensor pictures, Tensor strengths)
    {
        var angle = (Chance.Sign(pictures.shape[0]) * (strengths * 0.04 + 0.01)).view(-1);
        var (cosine, sine, none) = (angle.cos(), angle.sin(), zeros_like(angle));
        var turn = stack([stack([cosine, sine.neg(), none], 1), stack([sine, cosine, none], 1)], 1);
        var grid = nn.functional.affine_grid(turn, pictures.shape, align_corners: false);
        return PictureBorder.Cut(nn.functional.grid_sample(
            pictures, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Reflection, align_corners: false));
    }

    private static Tensor LightFromASide(Tensor pictures, Tensor strengths)
    {
        var cut = PictureBorder.Cut(pictures);
        var slope = linspace(-1, 1, cut.shape[3]).view(1, 1, 1, -1) * Chance.Sign(pictures.shape[0]);
        return cut + slope * (strengths * 0.4 + 0.05);
    }

    private static Tensor Stretched(Tensor pictures, Tensor middle, Tensor amount) =>
        middle + (pictures - middle) * (Chance.Sign(pictures.shape[0]) * amount + 1);
}
