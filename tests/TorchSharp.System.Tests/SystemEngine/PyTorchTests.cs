using VideoPoet.Engines.Tests.Modules;
using static TorchSharp.torch.optim;

namespace VideoPoet.Engines.Tests.SystemEngine;

/// <summary>Where the package departs from PyTorch, the system engine does as PyTorch does.</summary>
public sealed class PyTorchTests
{
    // The package converts the buffers of the state only.
    [Test]
    public void Buffers_that_are_not_part_of_the_state_are_converted_too()
    {
        using var network = new SmallNetwork();

        network.to(float64);

        Assert.That(network.get_buffer("cache")!.dtype, Is.EqualTo(float64));
    }

    // The package makes new parameters, and an optimiser that was made before works on the old ones.
    [Test]
    public void Parameters_stay_the_same_objects_so_that_optimisers_go_on()
    {
        using var network = nn.Linear(2, 1);
        using var optimiser = optim.SGD(network.parameters(), 1.0);
        var weight = network.weight;

        network.to(float64);
        using var before = network.weight.detach().clone();
        using (var loss = network.call(ones(1, 2, dtype: float64)).sum())
            loss.backward();
        optimiser.step();

        Assert.That(network.weight, Is.SameAs(weight));
        Assert.That((before - network.weight.detach()).allclose(ones(1, 2, dtype: float64)), Is.True);
    }

    // The package's state has the first name only, so that it cannot be loaded from a file of PyTorch's.
    [Test]
    public void A_shared_parameter_is_in_the_state_under_each_of_its_names()
    {
        var shared = nn.Parameter(ones(2, 2));
        using var network = nn.Sequential(nn.Linear(shared), nn.Linear(shared));

        Assert.That(network.state_dict().Keys, Is.EquivalentTo(new[] { "0.weight", "1.weight" }));
    }

    // The package's chain has no last rates.
    [Test]
    public void A_chain_of_schedules_knows_its_last_rates()
    {
        using var scope = NewDisposeScope();
        using var optimiser = SGD([nn.Parameter(zeros(1))], 1);
        var scheduler = lr_scheduler.ChainedLR([lr_scheduler.ExponentialLR(optimiser, 0.5), lr_scheduler.StepLR(optimiser, 2, 0.1)]);

        scheduler.step();
        scheduler.step();

        Assert.That(scheduler.get_last_lr(), Is.EqualTo(new[] { 0.025 }).Within(1e-12));
    }

    // The package cuts the numbers off at 1.
    [Test]
    public void Truncated_normal_numbers_reach_their_bounds()
    {
        using var scope = NewDisposeScope();
        manual_seed(11);

        var values = nn.init.trunc_normal_(empty(200, 300), 0, 1, -0.8, 1.2).data<float>().ToArray();

        Assert.That(values.Max(), Is.InRange(1.15f, 1.2f));
        Assert.That(values.Min(), Is.InRange(-0.8f, -0.75f));
    }
}
