using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class ClipTests
{
    [Test]
    public void A_clip_of_the_core_comes_back_as_it_was_without_a_copy()
    {
        var frames = TestMedia.Gradient(5, 8, 8);
        var sound = new Waveform(new float[10_000]);
        using var media = MediaClip.Of(new Clip { Frames = frames, Sound = sound });
        var clip = media.ToClip("a gradient");
        Assert.That(clip.Frames, Is.SameAs(frames));
        Assert.That(clip.Sound!.Samples, Is.EqualTo(sound.Samples));
        Assert.That(clip.Text, Is.EqualTo("a gradient"));
        Assert.That(media.Video!.Duration, Is.EqualTo(TimeSpan.FromSeconds(0.625)));
        Assert.That(media.Sound!.Duration, Is.EqualTo(TimeSpan.FromSeconds(0.625)));
    }

    [Test]
    public void Pictures_at_another_rate_than_eight_are_no_clip_of_the_core() =>
        Assert.That(
            () => new MediaClip(new VideoClip(TestMedia.Gradient(5, 8, 8), 25)).ToClip(),
            Throws.InvalidOperationException.With.Message.Contains("25"));

    [Test]
    public void Sound_at_another_rate_than_sixteen_kilohertz_is_no_waveform() =>
        Assert.That(() => new AudioClip(new float[9], 44_100).ToWaveform(), Throws.InvalidOperationException.With.Message.Contains("44100"));

    [TestCase(0), TestCase(-1), TestCase(double.NaN), TestCase(double.PositiveInfinity), TestCase(1_001)]
    public void A_rate_of_frames_that_is_none_is_refused(double rate) =>
        Assert.That(() => new VideoClip(TestMedia.Gradient(1, 8, 8), rate), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_sound_without_samples_is_refused() =>
        Assert.That(() => new AudioClip(ReadOnlyMemory<float>.Empty, 16_000), Throws.ArgumentException);

    [Test]
    public async Task What_was_made_of_a_disposed_clip_is_refused_rather_than_wrong()
    {
        var clip = await MediaReader.ReadAsync(TestMedia.MovingPictures(".mp4"), new() { Duration = TimeSpan.FromSeconds(1) });
        var (frames, sound) = (clip.Video!.Frames, clip.Sound!.ToWaveform());
        clip.Dispose();
        clip.Dispose();
        Assert.That(() => frames.Pixels.Span[0], Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => sound.Samples.Span[0], Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void Memory_that_native_code_has_seen_is_given_to_no_other_clip()
    {
        var memory = new PooledMemory<byte>(1 << 16);
        memory.GetSpan().Fill(7);
        using var pinned = memory.Memory.Pin();
        var array = memory.Array;
        memory.Dispose();
        using var next = new PooledMemory<byte>(1 << 16);
        Assert.That(next.Array, Is.Not.SameAs(array));
    }

    [Test]
    public void Memory_goes_back_to_the_pool()
    {
        var memory = new PooledMemory<byte>(1 << 16);
        var array = memory.Array;
        memory.Dispose();
        using var next = new PooledMemory<byte>(1 << 16);
        Assert.That(next.Array, Is.SameAs(array));
    }
}
