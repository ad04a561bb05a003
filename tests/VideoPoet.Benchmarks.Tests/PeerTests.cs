using VideoPoet.Benchmarks.Frame;

namespace VideoPoet.Benchmarks;

public sealed class PeerTests
{
    [Test]
    public void Both_sides_are_measured_in_turn_and_the_best_of_each_counts()
    {
        var order = "";
        var (ours, theirs) = (new Queue<double>([1, 5, 4, 6]), new Queue<double>([1, 8, 9, 10]));

        var best = Interleaved.Best(3, () => Next("o", ours), () => Next("t", theirs));

        Assert.That(order, Is.EqualTo("otototot"));
        Assert.That(best, Is.EqualTo(new Comparison(4, 8)));
        Assert.That(best.Ratio, Is.EqualTo(0.5));

        double Next(string side, Queue<double> times)
        {
            order += side;
            return times.Dequeue();
        }
    }

    [Test]
    public void Without_a_peer_the_ratio_is_null() => Assert.That(Interleaved.Best(2, () => 1, null).Ratio, Is.Null);

    [Test]
    public void PyTorch_answers_one_measurement_at_a_time_with_the_same_number_of_threads()
    {
        using var log = new StringWriter();
        using var peer = PyTorchPeer.Start("counting.py", new(2, log));
        if (peer is null)
            Assert.Ignore(log.ToString());

        Assert.That(new[] { peer.Measure("count"), peer.Measure("count"), peer.Measure("threads") }, Is.EqualTo(new double[] { 1, 2, 2 }));
        Assert.That(() => peer.Measure("nothing"), Throws.TypeOf<BenchmarkException>().With.Message.Contains("'nothing'"));
    }
}
