using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tests.Magvit2.Reference;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class StreamTests
{
    private static readonly int[][] s_cuts = [[1, 4, 4, 4, 4], [17], [2, 3, 5, 7], [3, 1, 1, 12], [16, 1], [1, 16]];

    [TestCaseSource(nameof(s_cuts))]
    public void However_a_video_is_cut_its_ids_are_bit_for_bit_the_same(params int[] parts)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var pixels = Samples.Pixels(17, batch: 2);

        using var stream = tokenizer.OpenEncoder();
        var ids = cat(Cut(pixels, 2, parts).Select(stream.Push).ToList(), 1);

        Assert.That(ids.Equals(tokenizer.Encode(pixels)), Is.True);
        Assert.That(stream.WaitingFrames, Is.Zero);
    }

    [TestCase(1, 1, 1, 1, 1)]
    [TestCase(5)]
    [TestCase(2, 3)]
    [TestCase(4, 1)]
    public void However_ids_are_cut_their_frames_are_bit_for_bit_the_same(params int[] parts)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var ids = randint(0, 64, [2, 5, 2, 3], ScalarType.Int64);

        using var stream = tokenizer.OpenDecoder();
        var pixels = cat(Cut(ids, 1, parts).Select(stream.Push).ToList(), 2);

        Assert.That(pixels.Equals(tokenizer.Decode(ids)), Is.True);
    }

    [TestCase(1, "small")]
    [TestCase(2, "small")]
    [TestCase(3, "patched")]
    [TestCase(4, "replicated")]
    public void A_longer_video_cut_at_random_has_the_same_ids_and_frames_bit_for_bit(int seed, string network)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer(network switch
        {
            "patched" => Samples.Patched,
            "replicated" => Samples.Replicated,
            _ => Samples.Small,
        });
        var random = new Random(seed);
        var pixels = Samples.Pixels(41, size: 24, seed: (uint)seed);
        var whole = tokenizer.Encode(pixels);

        using var encoder = tokenizer.OpenEncoder();
        using var decoder = tokenizer.OpenDecoder();
        var ids = cat(Cut(pixels, 2, RandomParts(random, 41)).Select(encoder.Push).ToList(), 1);
        var frames = cat(Cut(whole, 1, RandomParts(random, 11)).Select(decoder.Push).ToList(), 2);

        Assert.That(ids.Equals(whole), Is.True);
        Assert.That(frames.Equals(tokenizer.Decode(whole)), Is.True);
    }

    [Test]
    public void Encoding_in_parts_is_what_training_computes_at_once()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var pixels = Samples.Pixels(17);

        var whole = tokenizer.call(pixels);
        var ids = tokenizer.Encode(pixels);

        Assert.That(ids.Equals(tokenizer.Quantizer.ToIds(whole.Latents)), Is.True);
        // The same sums in another order, through some fifty layers.
        Assert.That(Samples.Difference(tokenizer.Decode(ids), whole.Pixels.clamp(-1, 1), "pixels"), Is.LessThan(1e-4));
    }

    [Test]
    public void Frames_wait_until_their_latent_frame_is_complete()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var pixels = Samples.Pixels(6);
        using var stream = tokenizer.OpenEncoder();

        var ids = stream.Push(pixels.narrow(2, 0, 4));
        var latentFrames = ids.shape[1];
        var waiting = stream.WaitingFrames;
        var more = stream.Push(pixels.narrow(2, 4, 2));

        Assert.Multiple(() =>
        {
            Assert.That((latentFrames, waiting), Is.EqualTo((1, 3)));
            Assert.That((more.shape[1], stream.WaitingFrames), Is.EqualTo((1, 1)));
        });
    }

    [Test]
    public void A_stream_holds_no_more_tensors_after_many_frames_than_after_a_few_and_none_when_it_is_closed()
    {
        using var tokenizer = Samples.Tokenizer();
        using var pixels = Samples.Pixels(4);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var counts = new List<long>();
        using (var encoder = tokenizer.OpenEncoder())
        using (var decoder = tokenizer.OpenDecoder())
        {
            for (var i = 0; i < 6; i++)
            {
                using var ids = encoder.Push(pixels);
                using var decoded = decoder.Push(ids);
                counts.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount);
            }
        }

        Assert.That(counts.Skip(1), Is.All.EqualTo(counts[1]));
        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void Whole_clip_statistics_are_refused_in_parts()
    {
        using var tokenizer = Samples.Tokenizer(TemporalRules.Published);

        Assert.That(() => tokenizer.OpenEncoder(), Throws.InvalidOperationException.With.Message.Contains("causal rules"));
        Assert.That(() => tokenizer.OpenDecoder(), Throws.InvalidOperationException.With.Message.Contains("causal rules"));
    }

    [Test]
    public void A_part_of_another_size_is_refused()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        using var encoder = tokenizer.OpenEncoder();
        using var decoder = tokenizer.OpenDecoder();
        encoder.Push(Samples.Pixels(1));
        decoder.Push(zeros([1, 1, 2, 2], ScalarType.Int64));

        Assert.That(
            () => encoder.Push(Samples.Pixels(1, size: 24)), Throws.ArgumentException.With.Message.Contains("(1, 16, 16), found (1, 24, 24)"));
        Assert.That(
            () => decoder.Push(zeros([2, 1, 2, 2], ScalarType.Int64)), Throws.ArgumentException.With.Message.Contains("(1, 2, 2), found (2, 2, 2)"));
    }

    private static int[] RandomParts(Random random, int count)
    {
        List<int> parts = [];
        for (var left = count; left > 0; left -= parts[^1])
            parts.Add(random.Next(1, Math.Min(left, count / 2) + 1));
        return [.. parts];
    }

    private static IEnumerable<Tensor> Cut(Tensor whole, int dim, int[] parts)
    {
        var next = 0;
        foreach (var part in parts)
        {
            yield return whole.narrow(dim, next, part);
            next += part;
        }
    }
}
