using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tests.Magvit2.Reference;

namespace VideoPoet.Models.Tests.Magvit2;

/// <summary>What the edges of frames do to codes.</summary>
internal sealed class FramePaddingTests
{
    [Test]
    public void What_moves_by_a_place_keeps_its_latents_where_edges_are_replicated()
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        using var zeros = Samples.Tokenizer(Samples.Patched);
        using var replicated = Samples.Tokenizer(Samples.Replicated);

        var (withZeros, without) = (ChangeByMoving(zeros), ChangeByMoving(replicated));

        TestContext.Out.WriteLine($"zeros {withZeros:g3}, replicated {without:g3}");
        Assert.That(without, Is.LessThan(0.05 * withZeros));
    }

    [Test]
    public void An_image_is_the_first_frame_and_no_frame_sees_a_later_one()
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer(Samples.Replicated);
        var pixels = Samples.Pixels(9);
        var other = pixels.clone();
        other.narrow(2, 5, 4).neg_();

        var (ids, ofImage, changed) = (tokenizer.Encode(pixels), tokenizer.Encode(pixels.narrow(2, 0, 1)), tokenizer.Encode(other));

        Assert.That(ofImage.Equals(ids.narrow(1, 0, 1)), Is.True);
        Assert.That(changed.narrow(1, 0, 2).Equals(ids.narrow(1, 0, 2)), Is.True);
        Assert.That(changed.Equals(ids), Is.False);
    }

    // A patch of noise on a plain ground, in the middle and 8 pixels to the right of it.
    private static double ChangeByMoving(VideoTokenizer tokenizer)
    {
        var ground = full([1, 3, 1, 160, 160], 0.3f);
        var patch = Samples.Pixels(1, size: 16);
        var (here, there) = (ground.clone(), ground.clone());
        here.narrow(3, 72, 16).narrow(4, 72, 16).copy_(patch);
        there.narrow(3, 72, 16).narrow(4, 80, 16).copy_(patch);
        var (before, after) = (tokenizer.call(here).Latents, tokenizer.call(there).Latents);
        return (after.narrow(4, 1, 19) - before.narrow(4, 0, 19)).square().mean().sqrt().ToDouble();
    }
}
