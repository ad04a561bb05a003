using TorchSharp.Modules;

namespace VideoPoet.Engines.Tests.Modules;

/// <summary>What a module knows of its members, and under which names.</summary>
public sealed class RegistrationTests
{
    [Test]
    public void Parameters_are_named_by_fields_and_by_the_parts_that_hold_them()
    {
        using var network = new SmallNetwork();

        Assert.That(
            network.named_parameters().Select(entry => entry.name),
            Is.EqualTo(new[] { "scale", "first.weight", "first.bias", "norm.weight", "norm.bias", "head.weight", "head.bias" }));
    }

    [Test]
    public void Buffers_are_named_as_parameters_are()
    {
        using var network = new SmallNetwork();

        Assert.That(
            network.named_buffers(include_nonpersistent: false).Select(entry => entry.name),
            Is.EqualTo(new[] { "offset", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked" }));
    }

    [Test]
    public void The_modules_of_a_network_do_not_include_itself()
    {
        using var network = nn.Sequential(("outer", nn.Sequential(("inner", nn.ReLU()))));

        Assert.That(network.named_modules().Select(entry => entry.name), Is.EqualTo(new[] { "outer", "outer.inner" }));
    }

    [Test]
    public void Members_are_found_by_their_full_names()
    {
        using var network = new SmallNetwork();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(network.get_parameter("scale"), Is.SameAs(network.Scale));
            Assert.That(network.get_parameter("head.weight")!.shape, Is.EqualTo(new long[] { 2, 4 }));
            Assert.That(network.get_buffer("offset"), Is.SameAs(network.Offset));
            Assert.That(network.has_buffer("norm.running_mean"), Is.True);
            Assert.That(network.has_parameter("head.nothing"), Is.False);
            Assert.That(network.get_parameter("nowhere.weight"), Is.Null);
        }
    }

    [Test]
    public void A_parameter_that_two_parts_share_comes_once()
    {
        var shared = nn.Parameter(ones(2, 2));
        using var network = nn.Sequential(nn.Linear(shared), nn.Linear(shared));

        Assert.That(network.parameters().ToList(), Has.Count.EqualTo(1));
    }

    [Test]
    public void Lists_and_dictionaries_name_their_members()
    {
        using var tower = new Tower(2);

        Assert.That(
            tower.named_parameters().Select(entry => entry.name),
            Is.EquivalentTo(new[]
            {
                "floors.0.weight", "floors.0.bias", "floors.1.weight", "floors.1.bias", "rooms.hall.weight", "rooms.hall.bias", "weights.0",
                "weights.1",
            }));
    }

    [Test]
    public void A_name_cannot_be_taken_twice()
    {
        using var network = new SmallNetwork();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => network.register_module("first", nn.ReLU()), Throws.InvalidOperationException.With.Message.Contains("first"));
            Assert.That(() => network.register_buffer("offset", zeros(1)), Throws.InvalidOperationException.With.Message.Contains("offset"));
            Assert.That(
                () => network.register_parameter("scale", nn.Parameter(zeros(1))), Throws.InvalidOperationException.With.Message.Contains("scale"));
        }
    }

    [TestCase("")]
    [TestCase("a.b")]
    public void A_part_needs_a_name_without_a_dot(string name)
    {
        using var network = new SmallNetwork();
        using var part = nn.ReLU();

        Assert.That(() => network.register_module(name, part), Throws.ArgumentException);
    }

    [Test]
    public void Modules_without_parameters_refuse_them()
    {
        using var module = nn.ReLU();
        using var parameter = nn.Parameter(ones(1));

        Assert.That(() => module.register_parameter("weight", parameter), Throws.InvalidOperationException);
        Assert.That(() => module.register_buffer("buffer", parameter), Throws.InvalidOperationException);
    }

    [Test]
    public void Training_and_evaluation_reach_every_part()
    {
        using var network = nn.Sequential(nn.Sequential(nn.Dropout()), nn.BatchNorm1d(2));

        network.eval();
        Assert.That(network.modules().Append(network).All(module => !module.training), Is.True);
        network.train();
        Assert.That(network.modules().Append(network).All(module => module.training), Is.True);
    }

    [Test]
    public void Apply_visits_inner_modules_first()
    {
        var (first, inner) = (nn.ReLU(), nn.Tanh());
        var outer = nn.Sequential(("inner", inner));
        using var network = nn.Sequential(("first", first), ("outer", outer));
        var visited = new List<nn.Module>();

        network.apply(visited.Add);

        Assert.That(visited, Is.EqualTo(new nn.Module[] { first, inner, outer, network }));
    }
}
