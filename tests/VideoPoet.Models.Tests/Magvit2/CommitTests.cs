using VideoPoet.Models.Magvit2;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class CommitTests
{
    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(4, 1)]
    [TestCase(5, 2)]
    [TestCase(8, 2)]
    public void An_id_is_given_when_any_pixel_of_its_block_is(int frame, int latentFrame)
    {
        using var scope = NewDisposeScope();
        var pixels = zeros([1, 9, 16, 24], ScalarType.Bool);
        pixels[0, frame, 8, 23] = true;

        var given = Commit.GivenIds(pixels);

        Assert.That(given.shape, Is.EqualTo(new long[] { 1, 3, 2, 3 }));
        Assert.That(given.sum().ToInt64(), Is.EqualTo(1));
        Assert.That(given[0, latentFrame, 1, 2].ToBoolean(), Is.True);
    }

    [Test]
    public void Five_given_frames_give_two_latent_frames()
    {
        using var scope = NewDisposeScope();
        var pixels = zeros([1, 17, 8, 8], ScalarType.Bool);
        pixels.narrow(1, 0, 5).fill_(true);

        Assert.That(Commit.GivenIds(pixels).flatten().data<bool>().ToArray(), Is.EqualTo(new[] { true, true, false, false, false }));
    }

    [TestCase(4, 8, "1 + 4k")]
    [TestCase(5, 12, "multiples of 8")]
    public void Pixels_that_are_no_whole_blocks_are_refused(int frames, int height, string message)
    {
        using var pixels = zeros([1, frames, height, 8], ScalarType.Bool);

        Assert.That(() => Commit.GivenIds(pixels), Throws.InstanceOf<ArgumentException>().With.Message.Contains(message));
    }

    [Test]
    public void Masked_ids_become_the_condition_s_where_it_is_given_and_the_mask_elsewhere()
    {
        using var scope = NewDisposeScope();
        var target = tensor(new long[] { 1, 2, 3, 4 });
        var condition = tensor(new long[] { 11, 12, 13, 14 });
        var given = tensor(new[] { true, false, true, false });
        var masked = tensor(new[] { true, true, false, false });

        var input = Commit.Corrupt(target, condition, given, masked, maskId: 99);

        Assert.That(input.data<long>().ToArray(), Is.EqualTo(new[] { 11, 99, 3, 4 }));
    }
}
