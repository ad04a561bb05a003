using VideoPoet.Data;

namespace VideoPoet.Tests.Batches;

public sealed class StratifiedSequenceTests
{
    private static readonly double[][] Weights = [[1], [0.9, 0.1], [3, 0, 5, 1e-6, 2], [0, 1, 0], [1 / 3.0, 1 / 3.0, 1 / 3.0], [0.25, 0.25, 0.5]];

    [TestCaseSource(nameof(Weights))]
    public void Counting_agrees_with_going_through_all(params double[] weights)
    {
        var sequence = new StratifiedSequence(key: 7, weights);
        var counts = new long[weights.Length];

        for (var place = 0; place < 1_200; place++)
        {
            Assert.That(sequence.Before(place), Is.EqualTo(counts), $"before {place}");
            counts[sequence.At(place)]++;
        }
        Assert.That(counts.Where((_, choice) => weights[choice] == 0), Has.All.Zero);
    }

    [Test]
    public void Any_stretch_has_each_choice_as_often_as_it_should()
    {
        double[] weights = [0.9, 0.07, 0.03];
        for (var key = 0; key < 200; key++)
        {
            var sequence = new StratifiedSequence(key, weights);
            foreach (var (first, end) in new[] { (0L, 500L), (0, 1_500), (1_234, 3_234), (1_000_000_007, 1_000_002_007) })
            {
                var counts = sequence.Before(end).Zip(sequence.Before(first), (after, before) => after - before).ToArray();
                for (var choice = 0; choice < weights.Length; choice++)
                    Assert.That((double)counts[choice] / (end - first), Is.EqualTo(weights[choice]).Within(0.01), $"{key}: {first} to {end}");
            }
        }
    }

    [Test]
    public void Sixteen_in_a_row_have_each_sixteenth_once_in_another_order_each_time()
    {
        var sequence = new StratifiedSequence(key: 3, [.. Enumerable.Repeat(1.0, 16)]);
        var rounds = Enumerable.Range(0, 1_000)
            .Select(round => Enumerable.Range(0, 16).Select(place => sequence.At(16 * round + place)).ToArray()).ToArray();

        Assert.That(rounds.Select(round => round.Order()), Has.All.EqualTo(Enumerable.Range(0, 16)));
        Assert.That(rounds.Select(round => string.Join(' ', round)).Distinct().Count(), Is.EqualTo(1_000));
    }

    [Test]
    public void A_place_is_uniform_over_keys()
    {
        var counts = new int[10];
        for (var key = 0; key < 10_000; key++)
            counts[new StratifiedSequence(key, [.. Enumerable.Repeat(1.0, 10)]).At(12_345)]++;

        // Five standard deviations of a binomial of 10,000 draws at 1/10.
        Assert.That(counts, Has.All.EqualTo(1_000).Within(150));
    }

    [Test]
    public void Far_places_are_reached_at_once()
    {
        var sequence = new StratifiedSequence(key: 1, [0.5, 0.5]);
        const long Far = 1L << 50;

        Assert.That(sequence.Before(Far).Sum(), Is.EqualTo(Far));
        var before = sequence.Before(Far + 5);
        before[sequence.At(Far + 5)]++;
        Assert.That(sequence.Before(Far + 6), Is.EqualTo(before));
    }
}
