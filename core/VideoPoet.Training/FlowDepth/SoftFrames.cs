using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training.FlowDepth;

/// <summary>Makes frames as a video tokenizer's decoder leaves them: less sharp, with fine grain and with patches that are too light or too dark.</summary>
internal static class SoftFrames
{
    private const double MostGrain = 0.08, MostPatches = 0.15;

    // The pixels of a patch's edge.
    private const int Patch = 4;

    /// <summary>Changes each frame as much as chance says; it is libtorch's chance.</summary>
    /// <param name="frames">Pixels from −1 to 1, [frames, 3, height, width].</param>
    public static Tensor Of(Tensor frames)
    {
        var (count, height, width) = (frames.shape[0], frames.shape[2], frames.shape[3]);
        var (little, much) = (Blurred(2), Blurred(Patch));
        var share = Strength();
        // Half way from the frame to one blur, and on to the stronger one.
        var soft = frames.add(little.sub(frames).mul(share.mul(2).clamp(0, 1))).add(much.sub(little).mul(share.mul(2).sub(1).clamp(0, 1)));
        var patches = Larger(randn(count, frames.shape[1], height / Patch, width / Patch)).mul(Strength().mul(MostPatches));
        return soft.add(patches).add(randn_like(frames).mul(Strength().mul(MostGrain))).clamp(-1, 1);

        Tensor Strength() => rand(count, 1L, 1L, 1L);

        Tensor Blurred(long pixels) => Larger(nn.functional.avg_pool2d(frames, pixels));

        Tensor Larger(Tensor small) =>
            nn.functional.interpolate(small, size: [height, width], mode: InterpolationMode.Bilinear, align_corners: false);
    }
}
