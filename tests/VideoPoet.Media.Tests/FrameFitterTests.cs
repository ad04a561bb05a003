using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class FrameFitterTests
{
    [Test]
    public void Frames_that_fit_are_not_changed()
    {
        using var clip = Clip(5, 8, 16, rate: 8);
        Assert.That(FrameFitter.Fit(clip, new(16, 8), 5, 8).SameAs(clip.Frames), Is.True);
    }

    [Test]
    public void What_is_too_wide_is_cut_off_at_both_sides()
    {
        using var clip = Clip(1, 4, 8, rate: 8);
        var fitted = FrameFitter.Fit(clip, new(4, 4), 1, 8);
        Assert.That(Columns(fitted), Is.EqualTo(new[] { 2, 3, 4, 5 }));
    }

    [Test]
    public void What_is_too_high_is_cut_off_above_and_below()
    {
        using var clip = Clip(1, 8, 4, rate: 8);
        var fitted = FrameFitter.Fit(clip, new(4, 4), 1, 8);
        Assert.That(Enumerable.Range(0, 4).Select(row => fitted.Pixels.Span[row * 4 * 3 + 1]), Is.EqualTo(new[] { 2, 3, 4, 5 }));
    }

    [TestCase(16.0, new[] { 0, 2, 4 })]
    [TestCase(4.0, new[] { 0, 1, 1 })]
    [TestCase(24.0, new[] { 0, 3, 6 })]
    public void Frames_are_left_out_or_repeated_for_another_rate(double rate, int[] expected)
    {
        using var clip = Clip(8, 4, 4, rate);
        var fitted = FrameFitter.Fit(clip, new(4, 4), 3, 8);
        Assert.That(Enumerable.Range(0, 3).Select(frame => fitted.Pixels.Span[frame * 48 + 2]), Is.EqualTo(expected));
    }

    [Test]
    public void A_part_can_begin_later()
    {
        using var clip = Clip(8, 4, 4, rate: 8);
        Assert.That(FrameFitter.Fit(clip, new(4, 4), 2, 8, TimeSpan.FromSeconds(0.5)).Pixels.Span[2], Is.EqualTo(4));
    }

    [Test]
    public void Too_few_frames_are_refused_with_both_numbers()
    {
        using var clip = Clip(8, 4, 4, rate: 16);
        Assert.That(
            () => FrameFitter.Fit(clip, new(4, 4), 5, 8),
            Throws.ArgumentException.With.Message.StartsWith("the clip has 8 frames at 16 a second, and 5 at 8 frames a second are needed"));
    }

    // Column in red, row in green, frame in blue.
    private static VideoClip Clip(int frames, int height, int width, double rate) => new(
        new PixelFrames(
            (from frame in Enumerable.Range(0, frames)
             from row in Enumerable.Range(0, height)
             from column in Enumerable.Range(0, width)
             from value in new[] { column, row, frame }
             select (byte)value).ToArray(),
            height,
            width),
        rate);

    private static IEnumerable<int> Columns(PixelFrames frames) =>
        Enumerable.Range(0, frames.Width).Select(column => (int)frames.Pixels.Span[column * PixelFrames.Channels]);
}
