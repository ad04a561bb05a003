using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class CounterRandomTests
{
    [Test]
    public void The_numbers_are_the_same_for_ever()
    {
        CounterRandom[] randoms = [new(0, 0, 0), new(-7, 1L << 40, 3)];

        // Computed by the same formula in another language.
        Assert.That(
            randoms.Select(random => (random.NextBits(), random.NextBits())),
            Is.EqualTo(new[] { (6752573004810752849UL, 4870972886816512902UL), (9239851713246342125UL, 1838130812903387760UL) }));
    }

    [Test]
    public void Seeds_steps_and_items_have_nothing_in_common()
    {
        var starts =
            from seed in Enumerable.Range(-10, 20)
            from step in Enumerable.Range(0, 50)
            from item in Enumerable.Range(0, 50)
            select new CounterRandom(seed, step, item).NextBits();

        Assert.That(starts.Distinct().Count(), Is.EqualTo(50_000));
    }

    [Test]
    public void Every_whole_number_below_a_bound_is_drawn_about_equally_often()
    {
        const int Draws = 70_000;
        var random = new CounterRandom(5, 0, 0);

        var counts = Enumerable.Range(0, Draws).GroupBy(_ => random.NextBelow(7)).ToDictionary(group => group.Key, group => group.Count());

        // Five standard deviations of a binomial of 70,000 draws at 1/7.
        Assert.That(counts.Keys, Is.EquivalentTo(new long[] { 0, 1, 2, 3, 4, 5, 6 }));
        Assert.That(counts.Values, Has.All.EqualTo(Draws / 7).Within(463));
    }

    [Test]
    public void Fractions_of_neighbouring_items_spread_evenly()
    {
        var fractions = Enumerable.Range(0, 10_000).Select(item => new CounterRandom(1, 1, item).NextDouble()).ToArray();

        Assert.That(fractions, Has.All.InRange(0.0, 1.0).And.All.LessThan(1.0));
        // Five standard deviations of the mean of 10,000 uniform numbers.
        Assert.That(fractions.Average(), Is.EqualTo(0.5).Within(0.0145));
    }
}
