using static VideoPoet.Models.Tests.SoundStream.Reference.ReferenceNumbers;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class AudioStreamTests
{
    private const int Frames = 40;
    private const int Samples = Frames * SmallTokenizer.Stride + 4;

    // A convolution of a shorter input may add its products in another order.
    private const double Tolerance = 1e-5;

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    [TestCase(100)]
    [TestCase(Samples)]
    public void Codes_of_a_stream_are_those_of_the_whole_sound(int chunk)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.CreateFilled();
        var sound = Sound(1, 2, Samples);
        using var stream = tokenizer.OpenEncoder();

        var codes = cat(sound.split(chunk, 2).Select(stream.Encode).ToArray(), 2);

        Assert.That(codes.shape, Is.EqualTo(new long[] { 2, 2, Frames }));
        Assert.That(codes.Equals(tokenizer.Encode(sound)), Is.True);
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(17)]
    [TestCase(Frames)]
    public void Sound_of_a_stream_is_that_of_all_codes(int chunk)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.CreateFilled();
        var codes = tokenizer.Encode(Sound(1, 2, Samples));
        using var stream = tokenizer.OpenDecoder();

        var sound = cat(codes.split(chunk, 2).Select(stream.Decode).ToArray(), 2);

        var whole = tokenizer.Decode(codes);
        Assert.That(sound.shape, Is.EqualTo(whole.shape));
        Assert.That((sound - whole).abs().max().ToDouble(), Is.LessThan(Tolerance));
    }

    [Test]
    public void Two_streams_of_one_tokenizer_do_not_hear_each_other()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.CreateFilled();
        Tensor first = Sound(1, 1, 60), second = Sound(2, 1, 60);
        using var one = tokenizer.OpenEncoder();
        using var other = tokenizer.OpenEncoder();
        one.Encode(first.narrow(2, 0, 30));
        other.Encode(second.narrow(2, 0, 30));

        var end = one.Encode(first.narrow(2, 30, 30));

        Assert.That(end.Equals(tokenizer.Encode(first).narrow(2, 5, 5)), Is.True);
    }

    [Test]
    public void Long_streams_need_no_more_tensors_than_short_ones()
    {
        using var tokenizer = SmallTokenizer.CreateFilled();
        using var sound = Sound(1, 1, 60);
        using var encoder = tokenizer.OpenEncoder();
        using var decoder = tokenizer.OpenDecoder();
        void Pass()
        {
            using var codes = encoder.Encode(sound);
            using var decoded = decoder.Decode(codes);
        }
        Pass();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 5; i++)
            Pass();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void A_closed_stream_leaves_nothing_behind()
    {
        using var tokenizer = SmallTokenizer.CreateFilled();
        using var sound = Sound(1, 1, 60);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        using (var stream = tokenizer.OpenEncoder())
            stream.Encode(sound).Dispose();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }
}
