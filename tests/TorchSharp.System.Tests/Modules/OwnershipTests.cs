using TorchSharp.Modules;

namespace VideoPoet.Engines.Tests.Modules;

/// <summary>Who owns parameters and buffers, and when they go.</summary>
public sealed class OwnershipTests
{
    [Test]
    public void A_module_disposes_its_parameters_buffers_and_parts()
    {
        var network = new SmallNetwork();
        var tensors = network.parameters().Concat(network.buffers()).ToList();

        network.Dispose();

        Assert.That(tensors, Is.Not.Empty);
        Assert.That(tensors.Select(tensor => tensor.IsInvalid), Is.All.True);
    }

    [Test]
    public void Dispose_scopes_do_not_free_what_a_module_owns()
    {
        SmallNetwork network;
        using (NewDisposeScope())
            network = new SmallNetwork();

        Assert.That(network.parameters().Concat(network.buffers()).Select(tensor => tensor.IsInvalid), Is.All.False);
        network.Dispose();
    }

    [Test]
    public void A_parameter_takes_the_place_of_its_tensor()
    {
        using var scope = NewDisposeScope();
        var data = ones(2);

        var parameter = new Parameter(data);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.IsInvalid, Is.True);
            Assert.That(parameter.requires_grad, Is.True);
            Assert.That(scope.Contains(parameter), Is.True);
        }
    }

    [Test]
    public void Replacing_a_parameter_disposes_the_old_one_and_keeps_the_name()
    {
        using var linear = nn.Linear(2, 2);
        var old = linear.weight;

        linear.weight = nn.Parameter(zeros(3, 2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(old.IsInvalid, Is.True);
            Assert.That(linear.get_parameter("weight"), Is.SameAs(linear.weight));
            Assert.That(linear.weight.shape, Is.EqualTo(new long[] { 3, 2 }));
        }
    }

    [Test]
    public void Removing_a_bias_removes_its_name()
    {
        using var linear = nn.Linear(2, 2);

        linear.bias = null;

        Assert.That(linear.state_dict().Keys, Is.EqualTo(new[] { "weight" }));
    }

    [Test]
    public void A_training_step_inside_a_scope_leaves_nothing_behind()
    {
        using var network = new SmallNetwork();
        using var optimiser = optim.AdamW(network.parameters());
        Step(network, optimiser);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 3; i++)
            Step(network, optimiser);

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void Forgetting_gradients_sets_them_to_null_or_to_zeros()
    {
        using var network = nn.Linear(2, 1);
        using var loss = network.call(ones(1, 2)).sum();
        loss.backward();

        network.zero_grad(set_to_none: false);
        using (var zero = network.weight.grad!)
            Assert.That(zero.count_nonzero().item<long>(), Is.Zero);
        network.zero_grad();
        Assert.That(network.weight.grad, Is.Null);
    }

    private static void Step(SmallNetwork network, optim.Optimizer optimiser)
    {
        using var scope = NewDisposeScope();
        optimiser.zero_grad();
        network.call(rand(4, 3)).square().sum().backward();
        nn.utils.clip_grad_norm_(network.parameters(), 1);
        optimiser.step();
    }
}
