using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>What makes edges and textures soft.</summary>
internal static class BlurDistortions
{
    private const int Radius = 6;

    public static IReadOnlyList<Distortion> Taught { get; } =
        [new("Gaussian blur", DistortionKind.Damage, Gaussian), new("lost resolution", DistortionKind.Damage, LostResolution)];

    public static IReadOnlyList<Distortion> Untaught { get; } =
        [new("box blur", DistortionKind.Damage, Box), new("motion blur", DistortionKind.Damage, Motion)];

    private static Tensor Gaussian(Tensor pictures, Tensor strengths)
    {
        var (batch, channels) = (pictures.shape[0], pictures.shape[1]);
        var deviations = (strengths * 2.5 + 0.5).view(-1, 1);
        var places = arange(-Radius, Radius + 1, ScalarType.Float32).unsqueeze(0);
        var bells = (places.square() / deviations.square() * -0.5).exp();
        // Each picture has its own filter: all channels of all pictures are the groups of one convolution.
        var filters = (bells / bells.sum(1, keepdim: true)).repeat_interleave(channels, 0);
        var flat = pictures.reshape(1, batch * channels, pictures.shape[2], pictures.shape[3]);
        flat = nn.functional.pad(flat, (Radius, Radius, Radius, Radius), PaddingModes.Reflect);
        flat = nn.functional.conv2d(flat, filters.view(batch * channels, 1, -1, 1), groups: batch * channels);
        flat = nn.functional.conv2d(flat, filters.view(batch * channels, 1, 1, -1), groups: batch * channels);
        return PictureBorder.Cut(flat.view(pictures.shape));
    }

    private static Tensor LostResolution(Tensor pictures, Tensor strengths)
    {
        var cut = PictureBorder.Cut(pictures);
        var small = nn.functional.avg_pool2d(cut, 2L << Strength.Level(strengths, 2));
        return nn.functional.interpolate(small, [cut.shape[2], cut.shape[3]], mode: InterpolationMode.Bilinear, align_corners: false);
    }

    private static Tensor Box(Tensor pictures, Tensor strengths)
    {
        var reach = 1L + Strength.Level(strengths, 2);
        return PictureBorder.Cut(nn.functional.avg_pool2d(pictures, 2 * reach + 1, stride: 1, padding: reach));
    }

    private static Tensor Motion(Tensor pictures, Tensor strengths)
    {
        var reach = 1L + 2 * Strength.Level(strengths, 2);
        return PictureBorder.Cut(nn.functional.avg_pool2d(pictures, [1, 2 * reach + 1], stride: [1, 1], padding: [0, reach]));
    }
}
