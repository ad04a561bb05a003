using TorchSharp;
using VideoPoet.Models.Perceptual;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>What a feature network makes small: doubt about which of two changed pictures looks less different.</summary>
/// <remarks>
/// Distances are compared by their logarithms, so that only their ratios matter (as in RankNet, Burges et al., ICML 2005). Pictures of other things
/// must be further than any change, which is instance discrimination, and 1 apart on average, which sets the scale.
/// </remarks>
internal static class ComparisonLoss
{
    private const double Sharpness = 2;
    private const double OtherWeight = 0.5;
    private const double ScaleWeight = 0.1;

    // Far below any distance that is seen; keeps the logarithm finite.
    private const double LeastDistance = 1e-6;

    /// <summary>The loss of some pairs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pairs">The pairs.</param>
    /// <returns>The loss, the doubt about the pairs alone, and the share of them whose order is right: scalars.</returns>
    public static (Tensor Loss, Tensor Doubt, Tensor Accuracy) Of(SmallFeatureNetwork network, IReadOnlyList<PicturePair> pairs)
    {
        var originals = cat([.. pairs.Select(pair => pair.Original)]);
        var counts = cat([.. pairs.Select(pair => pair.Counts)]);
        var together = cat([originals, .. pairs.Select(pair => pair.Better), .. pairs.Select(pair => pair.Worse)]);
        var maps = network.Extract(together).Select(map => map.chunk(3)).ToList();
        var better = Logarithm(maps.Select(parts => parts[1].sub(parts[0])));
        var worse = Logarithm(maps.Select(parts => parts[2].sub(parts[0])));
        var other = Logarithm(maps.Select(parts => parts[0].sub(parts[0].roll(1, 0))));
        var total = counts.sum().clamp(min: 1);
        var doubt = Doubt(better, worse).mul(counts).sum().div(total);
        var loss = doubt + Doubt(better.maximum(worse), other).mean() * OtherWeight + other.mean().square() * ScaleWeight;
        return (loss, doubt, better.lt(worse).mul(counts).sum().div(total));
    }

    private static Tensor Logarithm(IEnumerable<Tensor> differences) =>
        differences.Select(difference => difference.square().sum(1).mean([1, 2])).Aggregate((sum, term) => sum.add(term)).add(LeastDistance).log();

    private static Tensor Doubt(Tensor nearer, Tensor farther) => nn.functional.softplus(nearer.sub(farther).mul(Sharpness));
}
