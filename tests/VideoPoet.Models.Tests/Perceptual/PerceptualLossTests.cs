using VideoPoet.Models.Perceptual;

namespace VideoPoet.Models.Tests.Perceptual;

public sealed class PerceptualLossTests
{
    [SetUp]
    public void Seed() => manual_seed(4);

    [Test]
    public void Equal_clips_are_no_distance_apart_and_others_are()
    {
        using var scope = NewDisposeScope();
        using var network = new SmallFeatureNetwork();
        var loss = new PerceptualLoss(network);
        var clips = rand([2, 3, 3, 32, 32]).mul(2).sub(1);

        Assert.That(loss.Of(clips, clips).ToSingle(), Is.Zero);
        Assert.That(loss.Of(clips.neg(), clips).ToSingle(), Is.GreaterThan(0.01f));
    }

    [Test]
    public void Gradients_reach_the_decoded_clips_alone()
    {
        using var scope = NewDisposeScope();
        using var network = Frozen();
        var decoded = rand([1, 3, 2, 32, 32]).requires_grad_();
        var real = rand([1, 3, 2, 32, 32]).requires_grad_();

        new PerceptualLoss(network).Of(decoded, real).backward();

        Assert.That(decoded.grad!.abs().amin([0, 1, 3, 4]).gt(0).all().ToBoolean(), Is.True);
        Assert.That(real.grad, Is.Null);
        Assert.That(network.parameters().All(parameter => parameter.grad is null), Is.True);
    }

    [Test]
    public void Gradients_stay_finite_at_flat_and_equal_frames()
    {
        using var scope = NewDisposeScope();
        using var network = Frozen();
        var decoded = zeros([1, 3, 32, 32]).requires_grad_();

        new PerceptualLoss(network).Of(decoded, zeros([1, 3, 32, 32])).backward();

        Assert.That(decoded.grad!.isfinite().all().ToBoolean(), Is.True);
    }

    [Test]
    public void The_distance_of_clips_is_that_of_their_frames()
    {
        using var scope = NewDisposeScope();
        using var network = new SmallFeatureNetwork();
        var loss = new PerceptualLoss(network);
        var (decoded, real) = (rand([2, 3, 3, 32, 32]), rand([2, 3, 3, 32, 32]));

        var distances = loss.Distances(decoded, real);

        Assert.That(distances.shape, Is.EqualTo(new long[] { 2, 3 }));
        for (var frame = 0; frame < 3; frame++)
        {
            var single = loss.Distances(decoded.select(2, frame), real.select(2, frame));
            Assert.That(single.sub(distances.select(1, frame)).abs().max().ToSingle(), Is.LessThan(1e-6f), $"frame {frame}");
        }
    }

    [Test]
    public void A_few_frames_come_from_all_over_the_clip_and_change_with_the_random_numbers()
    {
        using var scope = NewDisposeScope();
        using var network = new SmallFeatureNetwork();
        var loss = new PerceptualLoss(network, framesPerClip: 3);
        // Frame f differs by f + 1, so that a distance tells its frame.
        var real = zeros([1, 3, 9, 32, 32]);
        var decoded = arange(1, 10, ScalarType.Float32).div(10).view(1, 1, 9, 1, 1).expand(1, 3, 9, 32, 32).contiguous();
        var all = new PerceptualLoss(network).Distances(decoded, real).data<float>().ToArray();

        var draws = Enumerable.Range(0, 8).Select(_ => loss.Distances(decoded, real).data<float>().ToArray()
            .Select(distance => Array.FindIndex(all, one => Math.Abs(one - distance) < 1e-6)).ToArray()).ToList();

        Assert.That(draws, Has.All.Matches<int[]>(draw => draw is [>= 0 and < 3, >= 3 and < 6, >= 6 and < 9]));
        Assert.That(draws.Select(draw => string.Join(",", draw)).Distinct().Count(), Is.GreaterThan(3));
    }

    [Test]
    public void Nothing_is_left_behind_but_the_loss()
    {
        using var network = Frozen();
        var loss = new PerceptualLoss(network, framesPerClip: 2);
        using var decoded = rand([1, 3, 4, 32, 32]);
        using var real = rand([1, 3, 4, 32, 32]);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        loss.Of(decoded, real).Dispose();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [TestCase(new long[] { 1, 3, 16, 16 }, new long[] { 1, 3, 8, 16 }, "one shape, found [1, 3, 16, 16] and [1, 3, 8, 16]")]
    [TestCase(new long[] { 1, 1, 16, 16 }, new long[] { 1, 1, 16, 16 }, "[batch, 3, height, width]")]
    [TestCase(new long[] { 3, 16, 16 }, new long[] { 3, 16, 16 }, "found [3, 16, 16]")]
    [TestCase(new long[] { 1, 3, 40, 31 }, new long[] { 1, 3, 40, 31 }, "at least 32 × 32 pixels")]
    public void Clips_that_cannot_be_compared_are_refused(long[] decoded, long[] real, string message)
    {
        using var scope = NewDisposeScope();
        using var network = new SmallFeatureNetwork();

        Assert.That(() => new PerceptualLoss(network).Of(zeros(decoded), zeros(real)), Throws.ArgumentException.With.Message.Contains(message));
    }

    [Test]
    public void At_least_one_frame_must_be_compared()
    {
        using var network = new SmallFeatureNetwork();

        Assert.That(() => new PerceptualLoss(network, framesPerClip: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static SmallFeatureNetwork Frozen()
    {
        var network = new SmallFeatureNetwork();
        foreach (var parameter in network.parameters())
            parameter.requires_grad = false;
        return network;
    }
}
