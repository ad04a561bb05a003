using VideoPoet.Core;
using VideoPoet.Models.Magvit2;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class PixelTensorsTests
{
    [Test]
    public void Every_byte_comes_back_from_its_number()
    {
        using var scope = NewDisposeScope();
        var frames = new PixelFrames(Enumerable.Range(0, 2 * 8 * 16 * 3).Select(i => (byte)i).ToArray(), 8, 16);

        var pixels = PixelTensors.ToTensor(frames);

        Assert.That(pixels.shape, Is.EqualTo(new long[] { 1, 3, 2, 8, 16 }));
        Assert.That(PixelTensors.ToFrames(pixels).SameAs(frames), Is.True);
    }

    [Test]
    public void Black_is_minus_one_white_is_one_and_colours_are_channels()
    {
        using var scope = NewDisposeScope();
        var pixels = PixelTensors.ToTensor(new PixelFrames(new byte[] { 0, 255, 0, 255, 0, 0 }, 1, 2));

        Assert.That(pixels.flatten().data<float>().ToArray(), Is.EqualTo(new[] { -1, 1, 1, -1, -1, -1 }));
    }

    [Test]
    public void Numbers_beyond_the_range_become_its_ends()
    {
        using var scope = NewDisposeScope();

        var frames = PixelTensors.ToFrames(tensor(new[] { -1.5f, 1.5f, 0.999f }).view(1, 3, 1, 1, 1));

        Assert.That(frames.Pixels.ToArray(), Is.EqualTo(new byte[] { 0, 255, 255 }));
    }

    [Test]
    public void A_batch_of_clips_is_no_clip()
    {
        using var pixels = zeros([2, 3, 1, 8, 8]);

        Assert.That(() => PixelTensors.ToFrames(pixels), Throws.ArgumentException.With.Message.Contains("found [2, 3, 1, 8, 8]"));
    }
}
