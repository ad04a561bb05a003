using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class VideoFormatTests
{
    [TestCase("image", 1, 16, 16, 256, 6)]
    [TestCase("square-17", 5, 16, 16, 1_280, 106)]
    [TestCase("portrait-17", 5, 28, 16, 2_240, 106)]
    [TestCase("square-41", 11, 16, 16, 2_816, 256)]
    [TestCase("portrait-41", 11, 28, 16, 4_928, 256)]
    public void The_papers_formats_have_the_papers_token_counts(string name, int time, int height, int width, int tokens, int audioFrames)
    {
        var format = VideoFormats.BuiltIn[name];
        Assert.That(format.Latent, Is.EqualTo(new LatentShape(time, height, width)));
        Assert.That(format.Latent.Tokens, Is.EqualTo(tokens));
        Assert.That(format.AudioFrames, Is.EqualTo(audioFrames));
    }

    [Test]
    public void A_clip_of_17_frames_lasts_as_long_as_in_the_paper()
    {
        Assert.That(VideoFormats.BuiltIn["square-17"].Duration.TotalSeconds, Is.EqualTo(2.125));
        Assert.That(VideoFormats.BuiltIn["square-17"].Samples, Is.EqualTo(34_000));
    }

    [TestCase("image", null, null)]
    [TestCase("square-17", null, null)]
    [TestCase("square-41", null, "41")]
    [TestCase("portrait-17", "128x224", null)]
    [TestCase("portrait-41", "128x224", "41")]
    public void Only_what_is_not_assumed_has_a_format_token(string name, string? resolution, string? duration)
    {
        var format = VideoFormats.BuiltIn[name];
        Assert.That((format.ResolutionToken, format.DurationToken), Is.EqualTo((resolution, duration)));
    }

    [Test]
    public void Any_other_size_is_declared()
    {
        var formats = VideoFormats.BuiltIn.With(new VideoFormat("small-17", 64, 64, 17));
        Assert.That(formats["small-17"].Latent.Tokens, Is.EqualTo(320));
        Assert.That(formats["small-17"].ResolutionToken, Is.EqualTo("64x64"));
        Assert.That(VideoFormats.BuiltIn.Find("64x112x9").Latent, Is.EqualTo(new LatentShape(3, 14, 8)));
    }

    [TestCase(60, 64, 17, "width must be a positive multiple of 8")]
    [TestCase(64, 0, 17, "height must be a positive multiple of 8")]
    [TestCase(64, 64, 16, "1 + 4k")]
    [TestCase(64, 64, 0, "1 + 4k")]
    [TestCase(64, 64, -3, "1 + 4k")]
    [TestCase(800_000, 800_000, 17, "too many tokens")]
    public void A_size_that_cannot_be_tokenized_is_refused(int width, int height, int frames, string message) =>
        Assert.That(() => new VideoFormat("bad", width, height, frames), Throws.InstanceOf<ArgumentException>().With.Message.Contains(message));

    [Test]
    public void An_unknown_format_is_answered_with_the_nearest() =>
        Assert.That(() => VideoFormats.BuiltIn["sqare-17"], Throws.ArgumentException.With.Message.Contains("Did you mean 'square-17'?"));

    [Test]
    public void A_name_cannot_stand_for_two_formats()
    {
        Assert.That(() => VideoFormats.BuiltIn.With(new VideoFormat("image", 64, 64, 1)), Throws.ArgumentException.With.Message.Contains("needs another"));
        Assert.That(VideoFormats.BuiltIn.With(new VideoFormat("image", 128, 128, 1)).Count, Is.EqualTo(VideoFormats.BuiltIn.Count));
    }
}
