using VideoPoet.Engines.Tests.Modules;

namespace VideoPoet.Engines.Tests.SystemEngine;

/// <summary>Mistakes that the package refuses with a bare failure, and the system engine with the name of what was wrong.</summary>
public sealed class ErrorTests
{
    [Test]
    public void A_disposed_tensor_is_told_from_other_failures()
    {
        using var other = ones(2);
        var tensor = ones(2);
        tensor.Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(() => tensor + 1, Throws.InstanceOf<ObjectDisposedException>());
            Assert.That(() => other.add(tensor), Throws.InstanceOf<ObjectDisposedException>());
            Assert.That(() => tensor.shape, Throws.InstanceOf<ObjectDisposedException>());
            Assert.That(() => cat([other, tensor]), Throws.InstanceOf<ObjectDisposedException>());
        });
    }

    [Test]
    public void A_missing_tensor_is_named()
    {
        using var tensor = ones(2);

        Assert.That(() => tensor.add((Tensor)null!), Throws.ArgumentNullException.With.Message.Contains("other"));
    }

    [Test]
    public void A_missing_array_is_named() => Assert.That(() => from_array(null!), Throws.ArgumentNullException);

    [Test]
    public void Integer_types_are_refused() =>
        Assert.That(() => nn.Linear(1, 1).to(int64), Throws.ArgumentException.With.Message.Contains("Int64"));

    [Test]
    public void A_state_of_another_network_is_refused_with_the_names_that_differ()
    {
        using var network = new SmallNetwork();
        using var stranger = zeros(1);
        var state = network.state_dict();
        state.Remove("head.bias");
        state.Add("tail.bias", stranger);

        Assert.That(
            () => network.load_state_dict(state),
            Throws.InvalidOperationException.With.Message.Contains("'head.bias'").And.Message.Contains("'tail.bias'"));
    }

    [Test]
    public void A_shape_that_differs_is_refused_with_its_name()
    {
        using var network = new SmallNetwork();
        using var wrong = zeros(5);
        var state = network.state_dict();
        state["scale"] = wrong;

        Assert.That(() => network.load_state_dict(state), Throws.InvalidOperationException.With.Message.Contains("'scale' is [5], expected [4]"));
    }
}
