namespace VideoPoet.Training.Tests.Optimisation;

public sealed class SpikeGuardTests
{
    [Test]
    public void A_spike_is_told_from_noise_and_each_kind_of_loss_has_a_mean_of_its_own()
    {
        using var guard = new SpikeGuard(above: 6, kinds: 2);
        var random = new Random(1);
        var spikes = Enumerable.Range(0, 200)
            .Count(_ => guard.IsSpike(2 + 0.1 * random.NextDouble()) | guard.IsSpike(9 + random.NextDouble(), kind: 1));

        Assert.That(spikes, Is.Zero);
        Assert.That(guard.IsSpike(4), Is.True);
        Assert.That(guard.IsSpike(9.5, kind: 1), Is.False);
    }

    [Test]
    public void Nothing_is_a_spike_before_it_is_known_what_is_usual()
    {
        using var guard = new SpikeGuard(above: 3);

        Assert.That(new[] { 10.0, 1, 100, 2, 50 }.Select(loss => guard.IsSpike(loss)), Has.None.True);
    }

    [Test]
    public void A_loss_that_stays_higher_is_soon_usual()
    {
        using var guard = new SpikeGuard(above: 6);
        for (var step = 0; step < 100; step++)
            guard.IsSpike(1);

        Assert.That(Enumerable.Range(0, 15).Select(_ => guard.IsSpike(2)), Has.Some.True.And.Some.False);
    }

    [Test]
    public void What_it_knows_is_in_its_buffers()
    {
        using var one = new SpikeGuard(above: 6);
        for (var step = 0; step < 50; step++)
            one.IsSpike(1 + 0.1 * (step % 2));
        one.Keep();
        using var other = new SpikeGuard(above: 6);
        using (no_grad())
            other.state_dict()["known"].copy_(one.state_dict()["known"]);

        Assert.That(other.IsSpike(3), Is.True);
        Assert.That(one.IsSpike(3), Is.True);
        one.Keep();
        other.Keep();
        Assert.That(other.state_dict()["known"].eq(one.state_dict()["known"]).all().ToBoolean(), Is.True);
    }

    [Test]
    public void What_a_step_taught_is_in_no_buffer_before_it_is_kept()
    {
        using var scope = NewDisposeScope();
        using var guard = new SpikeGuard(above: 6);
        double Known() => guard.state_dict()["known"].sum().ToDouble();

        guard.IsSpike(1);
        Assert.That(Known(), Is.Zero);
        guard.Keep();

        Assert.That(Known(), Is.EqualTo(2), "one loss, and its mean");
    }
}
