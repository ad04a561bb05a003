using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>Noise, through which the picture is still seen.</summary>
internal static class GrainDistortions
{
    public static IReadOnlyList<Distortion> Taught { get; } = [new("noise", DistortionKind.Grain, Noise)];

    public static IReadOnlyList<Distortion> Untaught { get; } = [new("specks", DistortionKind.Grain, Specks)];

    private static Tensor Noise(Tensor pictures, Tensor strengths)
    {
        var cut = PictureBorder.Cut(pictures);
        return cut + randn_like(cut) * (strengths.square() * 0.25 + 0.03);
    }

    private static Tensor Specks(Tensor pictures, Tensor strengths)
    {
        var cut = PictureBorder.Cut(pictures);
        var there = rand([cut.shape[0], 1, cut.shape[2], cut.shape[3]]).lt(strengths * 0.08 + 0.01);
        return where(there, rand_like(cut) * 2 - 1, cut);
    }
}
