using VideoPoet.Inference.Decoding;
using VideoPoet.Inference.Decoding.Sampling;

namespace VideoPoet.Inference.Tests.Decoding;

/// <summary>What is drawn, beside the same written plainly.</summary>
internal sealed class SamplingTests
{
    private static IEnumerable<SamplingOptions> Kinds =>
    [
        new(), new() { Temperature = 0.7 }, new() { TopK = 5 }, new() { TopP = 0.6 }, new() { TopK = 40, TopP = 0.9, Temperature = 1.3 }, new() { TopK = 1 },
    ];

    [TestCaseSource(nameof(Kinds))]
    public void The_choice_is_that_of_sorted_probabilities(SamplingOptions options)
    {
        var random = new Random(1);
        var sampler = new TokenSampler(options);
        for (var round = 0; round < 300; round++)
        {
            var logits = Logits(random, count: 1 + random.Next(3_000), hasTies: round % 3 == 0);
            var probabilities = Plain(logits, options);
            var uniform = random.NextDouble();

            var drawn = sampler.Draw(logits, uniform);

            var before = probabilities.Take(drawn.Index).Sum();
            Assert.That(probabilities[drawn.Index], Is.GreaterThan(0));
            // Weights are of single precision.
            Assert.That(uniform, Is.InRange(before - 1e-5, before + probabilities[drawn.Index] + 1e-5));
            Assert.That(drawn.Entropy, Is.EqualTo(Entropy(logits, options.Temperature)).Within(1e-4));
        }
    }

    [Test]
    public void Temperature_0_takes_the_first_of_the_likeliest()
    {
        var sampler = new TokenSampler(new() { Temperature = 0 });
        float[] logits = [.. Enumerable.Range(0, 5_000).Select(index => index is 1_234 or 4_000 ? 3f : -index)];
        Assert.That(sampler.Draw(logits, 0.9).Index, Is.EqualTo(1_234));
    }

    [Test]
    public void Frequencies_of_262144_choices_are_their_probabilities()
    {
        var random = new Random(2);
        var sampler = new TokenSampler(new());
        var logits = new float[262_144];
        logits.AsSpan().Fill(-1e3f);
        int[] likely = [7, 1_023, 1_024, 200_000, 262_143];
        foreach (var (index, place) in likely.Index())
            logits[place] = MathF.Log(1 + index);
        var counts = new int[likely.Length];
        const int draws = 3_000;
        for (var draw = 0; draw < draws; draw++)
            counts[Array.IndexOf(likely, sampler.Draw(logits, random.NextDouble()).Index)]++;
        for (var index = 0; index < likely.Length; index++)
        {
            var probability = (1 + index) / 15.0;
            // Five standard deviations.
            Assert.That(counts[index], Is.EqualTo(draws * probability).Within(5 * Math.Sqrt(draws * probability * (1 - probability))));
        }
    }

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    public void Logits_that_are_not_numbers_are_refused(float logit)
    {
        var logits = new float[100];
        logits[40] = logit;
        Assert.That(() => new TokenSampler(new()).Draw(logits, 0.5), Throws.InvalidOperationException.With.Message.Contains("not numbers"));
    }

    [Test]
    public void Guidance_moves_logits_away_from_the_unguided_ones()
    {
        float[] logits = [1, 2, 3], unguided = [1, 1, 5];
        new TokenSampler(new() { Guidance = 3 }).Guide(logits, unguided);
        Assert.That(logits, Is.EqualTo(new float[] { 1, 4, -1 }));
    }

    private static float[] Logits(Random random, int count, bool hasTies) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(hasTies ? random.Next(-3, 4) : 6 * random.NextDouble() - 3 + 3 * random.NextDouble()))];

    // As a textbook has it: sorted, and summed up in double precision.
    private static double[] Plain(float[] logits, SamplingOptions options)
    {
        var most = logits.Max();
        var weights = logits.Select(logit => Math.Exp((logit - most) / options.Temperature)).ToArray();
        int[] order = [.. Enumerable.Range(0, logits.Length).OrderByDescending(index => logits[index])];
        var kept = order.Take(options.TopK ?? int.MaxValue).ToArray();
        var total = kept.Sum(index => weights[index]);
        if (options.TopP < 1)
        {
            var sum = 0.0;
            kept = [.. kept.TakeWhile(index => (sum += weights[index]) - weights[index] < options.TopP * total - 1e-9 * total)];
            total = kept.Sum(index => weights[index]);
        }
        var probabilities = new double[logits.Length];
        foreach (var index in kept)
            probabilities[index] = weights[index] / total;
        return probabilities;
    }

    private static double Entropy(float[] logits, double temperature)
    {
        var most = logits.Max();
        var weights = logits.Select(logit => Math.Exp((logit - most) / temperature)).ToArray();
        var total = weights.Sum();
        return -weights.Sum(weight => weight / total * Math.Log(Math.Max(weight / total, 1e-300)));
    }
}
