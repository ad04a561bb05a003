using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>What codes leave of a picture: blocks, steps of brightness, and patches that stand for others.</summary>
internal static class CodingDistortions
{
    private const int Block = 8;
    private const int Patch = 4;

    private static readonly float[] s_cosines = Cosines();

    public static IReadOnlyList<Distortion> Taught { get; } =
    [
        new("coded blocks", DistortionKind.Damage, CodedBlocks),
        new("few brightnesses", DistortionKind.Damage, FewBrightnesses),
        new("few patches", DistortionKind.Damage, FewPatches),
    ];

    public static IReadOnlyList<Distortion> Untaught { get; } = [new("mosaic", DistortionKind.Damage, Mosaic)];

    /// <summary>Blocks of 8 × 8 pixels whose cosine transform is rounded, the finest waves most, as JPEG does.</summary>
    private static Tensor CodedBlocks(Tensor pictures, Tensor strengths)
    {
        var cosines = tensor(s_cosines, [Block, Block]);
        var blocks = Tiles(PictureBorder.Cut(pictures), Block); // [batch, 3, rows, columns, 8, 8]
        var waves = arange(Block, ScalarType.Float32);
        var steps = (strengths * 1.2 + 0.15).view(-1, 1, 1, 1, 1, 1) * (waves.unsqueeze(1) + waves + 1) / 4;
        var rounded = cosines.matmul(blocks).matmul(cosines.t()).div(steps).round().mul(steps);
        return Untiled(cosines.t().matmul(rounded).matmul(cosines));
    }

    private static Tensor FewBrightnesses(Tensor pictures, Tensor strengths)
    {
        var step = strengths * 0.6 + 0.15;
        return PictureBorder.Cut(pictures).div(step).round().mul(step);
    }

    /// <summary>Patches of 4 × 4 pixels, each replaced by the nearest of a few of the same picture, as a tokenizer with few codes would.</summary>
    private static Tensor FewPatches(Tensor pictures, Tensor strengths)
    {
        var tiles = Tiles(PictureBorder.Cut(pictures), Patch);
        var shape = tiles.shape;
        var patches = tiles.permute(0, 2, 3, 1, 4, 5).reshape(shape[0], shape[2] * shape[3], -1);
        var chosen = randperm(patches.shape[1]).narrow(0, 0, Math.Max(2, (long)(patches.shape[1] * (0.19 - 0.17 * Strength.Mean(strengths)))));
        var codes = patches.index_select(1, chosen);
        // |patch − code|² without what is the same for all codes.
        var nearest = codes.square().sum(2).unsqueeze(1).sub(patches.matmul(codes.transpose(1, 2)) * 2).argmin(2);
        var decoded = codes.gather(1, nearest.unsqueeze(2).expand(-1, -1, patches.shape[2]));
        return Untiled(decoded.view(shape[0], shape[2], shape[3], shape[1], Patch, Patch).permute(0, 3, 1, 2, 4, 5));
    }

    private static Tensor Mosaic(Tensor pictures, Tensor strengths)
    {
        var cut = PictureBorder.Cut(pictures);
        var small = nn.functional.avg_pool2d(cut, 2L << Strength.Level(strengths, 2));
        return nn.functional.interpolate(small, [cut.shape[2], cut.shape[3]], mode: InterpolationMode.Nearest);
    }

    /// <summary>[batch, channels, height, width] → [batch, channels, rows, columns, size, size]</summary>
    private static Tensor Tiles(Tensor pictures, int size) => pictures
        .reshape(pictures.shape[0], pictures.shape[1], pictures.shape[2] / size, size, pictures.shape[3] / size, size).permute(0, 1, 2, 4, 3, 5);

    private static Tensor Untiled(Tensor tiles) =>
        tiles.permute(0, 1, 2, 4, 3, 5).reshape(tiles.shape[0], tiles.shape[1], tiles.shape[2] * tiles.shape[4], tiles.shape[3] * tiles.shape[5]);

    /// <summary>The orthonormal cosine transform.</summary>
    private static float[] Cosines() =>
    [
        .. from wave in Enumerable.Range(0, Block)
           from place in Enumerable.Range(0, Block)
           select (float)(Math.Cos((2 * place + 1) * wave * Math.PI / (2 * Block)) * Math.Sqrt((wave == 0 ? 1.0 : 2.0) / Block)),
    ];
}
