using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>What puts other things into a picture.</summary>
internal static class ContentDistortions
{
    public static IReadOnlyList<Distortion> Taught { get; } = [new("part of another picture", DistortionKind.Damage, PartOfAnother)];

    private static Tensor PartOfAnother(Tensor pictures, Tensor strengths)
    {
        var cut = PictureBorder.Cut(pictures);
        var (height, width) = (Side(cut.shape[2]), Side(cut.shape[3]));
        var (top, left) = (Chance.Below((int)(cut.shape[2] - height)), Chance.Below((int)(cut.shape[3] - width)));
        var changed = cut.clone();
        changed.narrow(2, top, height).narrow(3, left, width).copy_(cut.roll(1, 0).narrow(2, top, height).narrow(3, left, width));
        return changed;

        long Side(long size) => (long)(size * (0.15 + 0.45 * Strength.Mean(strengths)));
    }
}
