using TorchSharp.Modules;

namespace VideoPoet.Engines.Tests.Modules;

/// <summary>Reading and writing the state of modules.</summary>
public sealed class StateTests
{
    [Test]
    public void A_state_carries_over_to_another_network()
    {
        using var source = new SmallNetwork();
        using var target = new SmallNetwork();
        var weight = target.get_parameter("first.weight");

        var (missing, unexpected) = target.load_state_dict(source.state_dict());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(missing, Is.Empty);
            Assert.That(unexpected, Is.Empty);
            Assert.That(target.get_parameter("first.weight"), Is.SameAs(weight));
            Assert.That(Same(source, target), Is.True);
        }
    }

    [Test]
    public void Buffers_that_are_not_persistent_are_no_part_of_the_state()
    {
        using var network = new SmallNetwork();

        Assert.That(network.state_dict().Keys, Does.Not.Contain("cache"));
        Assert.That(network.state_dict().Keys, Does.Contain("offset"));
    }

    [Test]
    public void Loading_strictly_refuses_what_is_missing_and_what_is_too_much()
    {
        using var network = new SmallNetwork();
        using var stranger = zeros(1);
        var state = network.state_dict();
        state.Remove("head.bias");
        state.Add("tail.bias", stranger);

        Assert.That(() => network.load_state_dict(state), Throws.InvalidOperationException);
    }

    [Test]
    public void Loading_loosely_returns_the_names_and_copies_the_rest()
    {
        using var source = new SmallNetwork();
        using var target = new SmallNetwork();
        var state = source.state_dict();
        state.Remove("head.bias");
        state.Add("tail.bias", source.Offset);

        var (missing, unexpected) = target.load_state_dict(state, strict: false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(missing, Is.EqualTo(new[] { "head.bias" }));
            Assert.That(unexpected, Is.EqualTo(new[] { "tail.bias" }));
            Assert.That(target.get_parameter("first.weight")!.equal(source.get_parameter("first.weight")!).all().item<bool>(), Is.True);
        }
    }

    [Test]
    public void Names_to_skip_are_left_alone_on_both_sides()
    {
        using var source = new SmallNetwork();
        using var target = new SmallNetwork();
        using var before = target.Scale.detach().clone();
        using (no_grad())
            source.Scale.fill_(7);

        target.load_state_dict(source.state_dict(), skip: ["scale"]);

        Assert.That(target.Scale.allclose(before), Is.True);
    }

    [Test]
    public void A_shape_that_differs_is_refused()
    {
        using var network = new SmallNetwork();
        using var wrong = zeros(5);
        var state = network.state_dict();
        state["scale"] = wrong;

        Assert.That(() => network.load_state_dict(state), Throws.Exception);
    }

    [Test]
    public void A_file_carries_the_state_over()
    {
        using var source = new SmallNetwork();
        using var target = new SmallNetwork();
        var file = Path.GetTempFileName();
        try
        {
            source.save(file);
            target.load(file);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.That(Same(source, target), Is.True);
    }

    [Test]
    public void A_file_of_another_network_is_refused()
    {
        using var source = nn.Linear(2, 2);
        using var target = new SmallNetwork();
        using var stream = new MemoryStream();
        source.save(new BinaryWriter(stream));
        stream.Position = 0;

        Assert.That(() => target.load(new BinaryReader(stream)), Throws.ArgumentException);
    }

    [Test]
    public void Loading_a_file_loosely_passes_over_what_the_network_lacks()
    {
        using var source = nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2)));
        using var target = nn.Sequential(("b", nn.Linear(2, 2)));
        using var stream = new MemoryStream();
        source.save(new BinaryWriter(stream));
        stream.Position = 0;
        var loaded = new Dictionary<string, bool>();

        target.load(new BinaryReader(stream), strict: false, loadedParameters: loaded);

        Assert.That(loaded.Where(entry => entry.Value).Select(entry => entry.Key), Is.EquivalentTo(new[] { "b.weight", "b.bias" }));
        Assert.That(loaded.Where(entry => !entry.Value).Select(entry => entry.Key), Is.EquivalentTo(new[] { "a.weight", "a.bias" }));
        Assert.That(target.get_parameter("b.weight")!.allclose(source.get_parameter("b.weight")!), Is.True);
    }

    private static bool Same(nn.Module left, nn.Module right) =>
        left.state_dict().All(entry => entry.Value.allclose(right.state_dict()[entry.Key]));
}
