using VideoPoet.Core;
using VideoPoet.Models.SoundStream;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class LevelMajorTests
{
    [Test]
    public void All_frames_of_a_level_come_before_the_next_level()
    {
        using var codes = tensor(new long[] { 1, 2, 3, 10, 20, 30 }).view(2, 3);

        Assert.That(LevelMajor.Flatten(codes), Is.EqualTo(new[] { 1, 2, 3, 10, 20, 30 }));
    }

    [Test]
    public void Codes_that_lie_frame_by_frame_in_memory_are_put_in_order()
    {
        using var scope = NewDisposeScope();
        var codes = tensor(new long[] { 1, 10, 2, 20, 3, 30 }).view(3, 2).t();

        Assert.That(LevelMajor.Flatten(codes), Is.EqualTo(new[] { 1, 2, 3, 10, 20, 30 }));
    }

    [Test]
    public void Restoring_undoes_flattening()
    {
        using var scope = NewDisposeScope();
        var codes = randint(0, 1_024, [4, 106]);

        Assert.That(LevelMajor.Restore(LevelMajor.Flatten(codes), new AudioShape(4, 106)).Equals(codes), Is.True);
    }

    [Test]
    public void A_wrong_number_of_codes_is_refused() => Assert.That(
        () => LevelMajor.Restore([1, 2, 3], new AudioShape(2, 2)), Throws.ArgumentException.With.Message.StartsWith("2×2 codes are 4, found 3."));
}
