using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>Makes pairs of changed pictures whose order is known without asking anybody.</summary>
internal sealed class PairMaker(IReadOnlyList<Distortion> distortions)
{
    // What damages little is made stronger to reach an error, but not by more than it bears without becoming another change.
    private const double MostStretched = 1.25;

    // Below it, nobody sees a difference: about 1 of 255 levels a pixel.
    private const double LeastError = 1e-4;

    private readonly ILookup<DistortionKind, Distortion> _kinds = distortions.ToLookup(distortion => distortion.Kind);

    /// <summary>One of the questions of equal error: slight or grain once in five times, the other two twice each.</summary>
    /// <param name="pictures">Pictures with their border, [batch, 3, height, width].</param>
    public PicturePair OfEqualError(Tensor pictures) => Chance.Below(5) switch
    {
        0 => OfEqualError(pictures, DistortionKind.Slight, DistortionKind.Grain, PairQuestion.SlightOrGrain),
        1 or 2 => OfEqualError(pictures, DistortionKind.Grain, DistortionKind.Damage, PairQuestion.GrainOrDamage),
        _ => OfEqualError(pictures, DistortionKind.Slight, DistortionKind.Damage, PairQuestion.SlightOrDamage),
    };

    /// <summary>Less and more of one change, with the same random numbers.</summary>
    /// <param name="pictures">Pictures with their border, [batch, 3, height, width].</param>
    public PicturePair OfStrengths(Tensor pictures)
    {
        var distortion = Chance.OneOf(distortions);
        var original = PictureBorder.Cut(pictures);
        var strengths = Chance.Between(pictures.shape[0], 0, 0.6);
        var seed = Chance.Below(int.MaxValue);
        var better = Applied(strengths);
        var worse = Applied(strengths + 0.4);
        // Changes in whole steps, and pictures that have nothing to lose, may not have become more different.
        var counts = Error(worse, original).gt(Error(better, original) * 1.1).to_type(ScalarType.Float32);
        return new(original, better, worse, counts, PairQuestion.Strength);

        Tensor Applied(Tensor amounts)
        {
            manual_seed(seed);
            return distortion.Apply(pictures, amounts).clamp(-1, 1);
        }
    }

    private PicturePair OfEqualError(Tensor pictures, DistortionKind betterKind, DistortionKind worseKind, PairQuestion question)
    {
        var count = pictures.shape[0];
        var original = PictureBorder.Cut(pictures);
        var better = Change(betterKind, 0);
        var change = Change(worseKind, 0.5) - original;
        // Equal up to a tenth, either way: the error must not tell which is which.
        var wanted = Error(better, original).sqrt() * Chance.Between(count, -0.1, 0.1).exp().view(-1);
        var stretch = wanted / change.square().mean([1, 2, 3]).sqrt().clamp(min: 1e-6);
        var worse = (original + change * stretch.clamp(max: MostStretched).view(-1, 1, 1, 1)).clamp(-1, 1);
        var counts = stretch.lt(MostStretched).logical_and(Error(better, original).gt(LeastError)).to_type(ScalarType.Float32);
        return new(original, better, worse, counts, question);

        Tensor Change(DistortionKind kind, double least) =>
            Chance.OneOf(_kinds[kind].ToList()).Apply(pictures, Chance.Between(count, least, 1)).clamp(-1, 1);
    }

    private static Tensor Error(Tensor changed, Tensor original) => (changed - original).square().mean([1, 2, 3]);
}
