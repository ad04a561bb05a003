using VideoPoet.Models.Tests.Magvit2.Reference;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class CausalityTests
{
    [TestCase(1, 1)]
    [TestCase(17, 5)]
    [TestCase(41, 11)]
    public void The_first_frame_and_every_four_that_follow_are_one_latent_frame(int frames, int latentFrames)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();

        var ids = tokenizer.Encode(Samples.Pixels(frames));

        Assert.That(ids.shape, Is.EqualTo(new long[] { 1, latentFrames, 2, 2 }));
        Assert.That(tokenizer.Decode(ids).shape, Is.EqualTo(new long[] { 1, 3, frames, 16, 16 }));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(12)]
    public void Changing_a_frame_changes_no_latent_and_no_decoded_frame_before_it(int changed)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var pixels = Samples.Pixels(13);
        var others = pixels.clone();
        others.select(2, changed).neg_();
        var before = (changed + 3) / 4; // latent frames of earlier frames only
        var framesBefore = before == 0 ? 0 : 1 + 4 * (before - 1);

        var (first, second) = (tokenizer.call(pixels), tokenizer.call(others));

        Assert.Multiple(() =>
        {
            Assert.That(first.Latents.narrow(2, 0, before).Equals(second.Latents.narrow(2, 0, before)), Is.True, "latents before");
            Assert.That(first.Latents.narrow(2, before, 1).Equals(second.Latents.narrow(2, before, 1)), Is.False, "the frame's own latents");
            Assert.That(first.Pixels.narrow(2, 0, framesBefore).Equals(second.Pixels.narrow(2, 0, framesBefore)), Is.True, "decoded frames before");
        });
    }

    [Test]
    public void An_image_has_the_ids_and_the_pixels_of_a_video_s_first_frame()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var video = Samples.Pixels(9);

        var ids = tokenizer.Encode(video);
        var imageIds = tokenizer.Encode(video.narrow(2, 0, 1));

        Assert.That(imageIds.Equals(ids.narrow(1, 0, 1)), Is.True);
        Assert.That(tokenizer.Decode(imageIds).Equals(tokenizer.Decode(ids).narrow(2, 0, 1)), Is.True);
    }

    [Test]
    public void An_image_of_a_single_code_decodes_to_numbers()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();

        var pixels = tokenizer.Decode(tokenizer.Encode(Samples.Pixels(1, size: 8)));

        Assert.That(pixels.isnan().any().ToBoolean(), Is.False);
    }
}
