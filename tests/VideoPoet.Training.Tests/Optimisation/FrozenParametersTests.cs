using TorchSharp.Modules;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.Optimisation;

public sealed class FrozenParametersTests
{
    [Test]
    public void Frozen_parts_stay_as_they_are_and_the_others_learn()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        Assert.That(FrozenParameters.Freeze(network, ["0.*", "*.bias"]), Is.EqualTo(8));
        var before = network.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        using var update = new ParameterUpdate(network.named_parameters(), new() { LearningRate = 0.1 }, new ScheduleSpec(), steps: 10);

        update.Apply(network.call(ones(1, 2)).sum(), 0);

        Assert.That(
            network.state_dict().Where(entry => entry.Value.ne(before[entry.Key]).any().ToBoolean()).Select(entry => entry.Key),
            Is.EqualTo(["1.weight"]));
    }

    [Test]
    public void A_pattern_that_fits_nothing_is_refused_with_the_nearest_name()
    {
        using var network = Network();

        Assert.That(Freeze, Throws.TypeOf<TrainingException>().With.Message.EqualTo(
            "freeze: '0.wieght' fits no parameter (did you mean '0.weight'?)."));

        void Freeze() => FrozenParameters.Freeze(network, ["0.wieght"]);
    }

    [Test]
    public void Something_must_be_left_to_train()
    {
        using var network = Network();

        Assert.That(Freeze, Throws.TypeOf<TrainingException>().With.Message.StartsWith("freeze leaves no parameter to train"));

        void Freeze() => FrozenParameters.Freeze(network, ["*"]);
    }

    private static Sequential Network() => nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2));
}
