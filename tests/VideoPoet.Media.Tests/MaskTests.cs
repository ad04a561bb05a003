using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class MaskTests
{
    private static readonly VideoFormat Format = new("square", 64, 64, 9);

    [Test]
    public async Task An_image_is_one_mask_for_all_frames_and_has_no_greys()
    {
        var path = TestMedia.Make(
            "mask.png", "-f", "lavfi", "-i", "color=black:size=100x100", "-vf", "drawbox=0:0:50:100:white:fill,gblur=sigma=4", "-frames:v", "1");
        var mask = await Masks.ReadAsync(path, MediaReadOptions.For(Format) with { Start = TimeSpan.FromSeconds(1) });
        Assert.That((mask.Count, mask.Width, mask.Height), Is.EqualTo((1, 64, 64)));
        Assert.That(mask.Pixels.ToArray().Distinct(), Is.EquivalentTo(new byte[] { 0, 255 }));
        Assert.That(TestMedia.Mean(mask, 0, 0, 0, 30, 64), Is.EqualTo((255.0, 255.0, 255.0)));
        Assert.That(TestMedia.Mean(mask, 0, 34, 0, 30, 64), Is.EqualTo((0.0, 0.0, 0.0)));
    }

    [Test]
    public async Task A_video_is_a_mask_for_each_frame()
    {
        var path = TestMedia.Make(
            "mask.mp4",
            "-f", "lavfi", "-i", "color=black:size=64x64:rate=8:duration=1", "-f", "lavfi", "-i", "color=white:size=64x64:rate=8:duration=1",
            "-filter_complex", "concat=n=2", "-pix_fmt", "yuv420p");
        var mask = await Masks.ReadAsync(path, MediaReadOptions.For(Format) with { Start = TimeSpan.FromSeconds(0.5) });
        Assert.That(mask.Count, Is.EqualTo(9));
        Assert.That(Enumerable.Range(0, 9).Select(frame => TestMedia.Mean(mask, frame).Red), Is.EqualTo([0, 0, 0, 0, 255, 255, 255, 255, 255.0]));
    }

    [Test]
    public void A_rectangle_is_white_inside_and_black_outside()
    {
        var mask = Masks.Rectangle(new(16, 8), 4, 2, new(8, 3));
        Assert.That(TestMedia.Mean(mask, 0, 4, 2, 8, 3).Red, Is.EqualTo(255));
        Assert.That(TestMedia.Mean(mask, 0).Red, Is.EqualTo(255.0 * 24 / 128));
    }

    [TestCase(-1, 0, 4, 4), TestCase(0, 0, 0, 4), TestCase(13, 0, 4, 4), TestCase(0, 5, 4, 4), TestCase(1, 0, int.MaxValue, 1)]
    public void A_rectangle_that_leaves_the_frame_is_refused(int left, int top, int width, int height) => Assert.That(
        () => Masks.Rectangle(new(16, 8), left, top, new(width, height)), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
