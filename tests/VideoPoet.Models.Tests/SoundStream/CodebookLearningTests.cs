using VideoPoet.Models.SoundStream;
using static VideoPoet.Models.Tests.SoundStream.Reference.ReferenceNumbers;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class CodebookLearningTests
{
    // Two sounds of four frames make as many vectors as there are codes.
    private static Tensor EightFrames(int seed) => Sound(seed, 2, 4 * SmallTokenizer.Stride);

    [Test]
    public void Codebooks_start_at_the_vectors_of_the_first_batch()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create(new QuantizerTraining { DropLevels = false, DeadBelow = 0 });

        var commitment = tokenizer.call(EightFrames(1)).Commitment.ToDouble();

        Assert.That(commitment, Is.LessThan(1e-10), "k-means with a mean for each vector leaves nothing over");
    }

    [Test]
    public void Means_are_found_from_fewer_vectors_than_codes()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create(codes: 32);

        tokenizer.call(EightFrames(1));

        Assert.That(tokenizer.Codebook(0, "embedding").isfinite().all().ToBoolean(), Is.True);
    }

    [Test]
    public void A_code_that_too_few_vectors_choose_becomes_a_vector_of_the_batch()
    {
        using var scope = NewDisposeScope();
        var (tokenizer, vectors) = (SmallTokenizer.Create(new QuantizerTraining { DropLevels = false, DeadBelow = 2 }), EightFrames(1));
        using var _ = tokenizer;

        tokenizer.call(vectors).LearnCodebooks();

        // Each vector was the mean of itself alone, which is too few: all codes died and became vectors again, each counted as two.
        var embedding = tokenizer.Codebook(0, "embedding");
        Assert.Multiple(() =>
        {
            Assert.That(tokenizer.Codebook(0, "counts").data<float>().ToArray(), Is.All.EqualTo(2f));
            Assert.That(tokenizer.Codebook(0, "sums").Equals(embedding * 2), Is.True);
            Assert.That(tokenizer.Encode(vectors).data<long>().Distinct().Count(), Is.GreaterThan(1));
        });
    }

    [Test]
    public void Codes_that_are_used_enough_are_not_replaced()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create(new QuantizerTraining { DropLevels = false, DeadBelow = 0.5 });

        tokenizer.call(EightFrames(1)).LearnCodebooks();

        Assert.That(tokenizer.Codebook(0, "counts").data<float>().ToArray(), Is.All.EqualTo(1f).Within(1e-6));
    }

    [Test]
    public void Codebooks_do_not_learn_outside_training()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create();
        tokenizer.call(EightFrames(1)).LearnCodebooks();
        var before = tokenizer.Codebook(0, "embedding").clone();
        tokenizer.eval();

        tokenizer.call(EightFrames(2)).LearnCodebooks();

        Assert.That(tokenizer.Codebook(0, "embedding").Equals(before), Is.True);
    }

    [Test]
    public void Codebooks_learn_only_when_they_are_told_to()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.CreateFilled();
        string[] parts = ["embedding", "counts", "sums"];
        var before = parts.Select(part => tokenizer.Codebook(0, part).clone()).ToArray();
        bool[] Unchanged() => [.. parts.Zip(before, (part, earlier) => tokenizer.Codebook(0, part).Equals(earlier))];

        var step = tokenizer.call(EightFrames(1));
        Assert.That(Unchanged(), Is.All.True);

        step.LearnCodebooks();
        Assert.That(Unchanged(), Is.All.False);
    }

    [Test]
    public void The_first_level_learns_from_every_sound_and_the_last_from_some()
    {
        const int Steps = 20;
        manual_seed(1);
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create(new QuantizerTraining { DropLevels = true, DeadBelow = 0 });
        int first = 0, last = 0;
        for (var step = 0; step < Steps; step++)
        {
            var (before, lastBefore) = (tokenizer.Codebook(0, "sums").clone(), tokenizer.Codebook(2, "sums").clone());
            tokenizer.call(Sound(step, 1, 60)).LearnCodebooks();
            first += tokenizer.Codebook(0, "sums").Equals(before) ? 0 : 1;
            last += tokenizer.Codebook(2, "sums").Equals(lastBefore) ? 0 : 1;
        }

        Assert.That(first, Is.EqualTo(Steps));
        Assert.That(last, Is.InRange(1, Steps - 1), "one sound in three uses all three levels");
    }

    [Test]
    public void Steps_bring_decoded_sound_closer_to_the_sound()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create(new QuantizerTraining { DeadBelow = 0.1, Decay = 0.9 }, codes: 32);
        using var optimiser = optim.Adam(tokenizer.parameters(), lr: 1e-2);
        var sound = sin(arange(0, 600, float32) * 0.2).view(2, 1, 300);
        double Step()
        {
            using var inner = NewDisposeScope();
            optimiser.zero_grad();
            var result = tokenizer.call(sound);
            var error = (result.Waveform - sound).square().mean();
            (error + result.Commitment).backward();
            optimiser.step();
            result.LearnCodebooks();
            return error.ToDouble();
        }

        double[] errors = [.. Enumerable.Range(0, 80).Select(_ => Step())];

        Assert.That(errors[^1], Is.LessThan(errors[0] / 4));
    }
}
