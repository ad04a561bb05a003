namespace VideoPoet.Training.Tests.Optimisation;

public sealed class MovingAverageTests
{
    [Test]
    public void The_average_follows_the_parameters_with_a_decay_that_rises_to_its_limit()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(1, 1, hasBias: false);
        Set(layer, 0);
        using var average = new MovingAverage(layer, 0.15);

        Set(layer, 1);
        average.Update(); // keeps 1/10 of 0
        Set(layer, 0);
        average.Update(); // keeps 0.15, less than 2/11, of 0.9

        using (average.Swap())
            Assert.That(Value(layer), Is.EqualTo(0.9f * 0.15f).Within(1e-6));
        Assert.That(Value(layer), Is.Zero);
    }

    [Test]
    public void A_swap_that_is_over_leaves_no_trace_in_the_parameters_and_in_the_average()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(3, 3);
        using var average = new MovingAverage(layer, 0.5);
        Set(layer, 0.1f);
        average.Update();
        var before = average.state_dict().Concat(layer.state_dict()).Select(entry => entry.Value.clone()).ToList();

        using (average.Swap())
            Assert.That(Value(layer), Is.Not.EqualTo(0.1f));

        var after = average.state_dict().Concat(layer.state_dict()).Select(entry => entry.Value);
        Assert.That(before.Zip(after, (left, right) => left.eq(right).all().ToBoolean()), Is.All.True);
    }

    [Test]
    public void Its_state_names_every_parameter()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(nn.Linear(1, 1), nn.Linear(1, 1));
        using var average = new MovingAverage(network, 0.5);

        Assert.That(average.state_dict().Keys, Is.EquivalentTo(["0/weight", "0/bias", "1/weight", "1/bias", "updates"]));
    }

    private static void Set(TorchSharp.Modules.Linear layer, float value)
    {
        using var silent = no_grad();
        layer.weight!.fill_(value);
    }

    private static float Value(TorchSharp.Modules.Linear layer) => layer.weight!.flatten()[0].ToSingle();
}
