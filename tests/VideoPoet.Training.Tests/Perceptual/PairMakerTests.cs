using VideoPoet.Training.Perceptual;

namespace VideoPoet.Training.Tests.Perceptual;

public sealed class PairMakerTests
{
    [Test]
    public void The_squared_error_does_not_tell_pairs_of_equal_error_apart()
    {
        using var scope = NewDisposeScope();
        var pictures = TestPictures.Shapes(8, 40);
        var (right, all) = (0.0, 0.0);
        for (var i = 0; i < 60; i++)
        {
            var pair = new PairMaker(DistortionSets.Taught).OfEqualError(pictures);
            var (better, worse) = (ComparisonTest.SquaredError(pair.Better, pair.Original), ComparisonTest.SquaredError(pair.Worse, pair.Original));
            right += better.lt(worse).mul(pair.Counts).sum().ToDouble();
            all += pair.Counts.sum().ToDouble();
            Assert.That(worse.div(better).log().abs().mul(pair.Counts).max().ToDouble(), Is.LessThan(0.6), "one error is much larger");
        }

        Assert.That(all, Is.GreaterThan(100));
        // Clipping to the range of pixels takes something from the worse one now and then.
        Assert.That(right / all, Is.InRange(0.25, 0.65));
    }

    [Test]
    public void More_of_a_change_is_the_worse_one_and_counts_only_where_it_is_more()
    {
        using var scope = NewDisposeScope();
        var pictures = TestPictures.Shapes(8, 40);
        var counted = 0.0;
        for (var i = 0; i < 20; i++)
        {
            var pair = new PairMaker(DistortionSets.Taught).OfStrengths(pictures);
            var (better, worse) = (ComparisonTest.SquaredError(pair.Better, pair.Original), ComparisonTest.SquaredError(pair.Worse, pair.Original));
            Assert.That(worse.gt(better).to_type(ScalarType.Float32).ge(pair.Counts).all().ToBoolean(), Is.True);
            counted += pair.Counts.sum().ToDouble();
        }

        Assert.That(counted, Is.GreaterThan(80));
    }
}
