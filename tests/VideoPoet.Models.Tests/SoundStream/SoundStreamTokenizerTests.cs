using VideoPoet.Models.SoundStream;
using VideoPoet.Specs;
using static VideoPoet.Models.Tests.SoundStream.Reference.ReferenceNumbers;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class SoundStreamTokenizerTests
{
    [Test]
    public void Seventeen_frames_of_video_have_34_000_samples_and_106_frames_of_codes()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.AtPaperRate();

        var codes = tokenizer.Encode(zeros(1, 1, 34_000));
        var sound = tokenizer.Decode(codes);

        Assert.That(codes.shape, Is.EqualTo(new long[] { 1, 4, 106 }));
        Assert.That(sound.shape, Is.EqualTo(new long[] { 1, 1, 33_920 }));
    }

    [TestCase(32, 512)]
    [TestCase(16, 128)]
    [TestCase(3, 5)]
    public void Encoder_and_decoder_have_the_parameters_that_their_sizes_promise(int channels, int embedding)
    {
        var spec = new AudioTokenizerSpec
        {
            Channels = channels, Strides = [2, 4, 5, 8], Embedding = embedding, Levels = 4, TrainedLevels = 4, Codes = 4, Parameters = 1,
        };
        using var tokenizer = new SoundStreamTokenizer(spec);

        Assert.That(tokenizer.parameters().Sum(parameter => parameter.numel()), Is.EqualTo(ParameterCount.Of(spec)));
    }

    [Test]
    public void A_change_of_a_sample_changes_nothing_before_it([Values(0, 7, 30, 59)] int changed)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.CreateFilled(codes: 4_096);
        var before = Sound(1, 1, 60);
        var after = before.clone();
        after[0, 0, changed] += 20; // so loud that a nearest code changes even where one sample has little weight

        var (codes, otherCodes) = (tokenizer.Encode(before), tokenizer.Encode(after));
        var (sound, otherSound) = (tokenizer.Decode(codes), tokenizer.Decode(otherCodes));

        var frame = changed / SmallTokenizer.Stride;
        Assert.Multiple(() =>
        {
            Assert.That(codes.Equals(otherCodes), Is.False, "the change is heard");
            Assert.That(codes.narrow(2, 0, frame).Equals(otherCodes.narrow(2, 0, frame)), Is.True);
            Assert.That(sound.narrow(2, 0, frame * SmallTokenizer.Stride).Equals(otherSound.narrow(2, 0, frame * SmallTokenizer.Stride)), Is.True);
        });
    }

    [Test]
    public void More_levels_than_the_language_model_uses_can_be_decoded()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create();

        Assert.That(tokenizer.Decode(zeros(1, 3, 5, int64)).shape, Is.EqualTo(new long[] { 1, 1, 30 }));
        Assert.That(
            () => tokenizer.Decode(zeros(1, 4, 5, int64)),
            Throws.ArgumentException.With.Message.StartsWith(
                "codes must be [batch, levels, frames] with 1 to 3 levels and at least 1 frames, found [1, 4, 5]."));
    }

    [Test]
    public void A_sound_shorter_than_one_frame_is_refused()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create();

        Assert.That(
            () => tokenizer.Encode(zeros(1, 1, 5)),
            Throws.ArgumentException.With.Message.StartsWith("sound must be [batch, 1, samples] with at least 6 samples, found [1, 1, 5]."));
    }

    [Test]
    public void Two_channels_are_refused()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create();

        Assert.That(() => tokenizer.Encode(zeros(1, 2, 60)), Throws.ArgumentException.With.Message.Contains("found [1, 2, 60]"));
    }

    [Test]
    public void A_part_of_a_frame_cannot_be_trained_on()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.Create();

        Assert.That(() => tokenizer.call(zeros(1, 1, 61)), Throws.ArgumentException.With.Message.Contains("whole frames of 6 samples, found 61"));
    }

    [Test]
    public void Training_keeps_nothing_but_gradients()
    {
        using var tokenizer = SmallTokenizer.Create();
        using var sound = Sound(1, 2, 60);
        void Step()
        {
            using var scope = NewDisposeScope();
            var result = tokenizer.call(sound);
            (result.Waveform.square().sum() + result.Commitment).backward();
            tokenizer.zero_grad();
        }
        Step();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        Step();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }
}
