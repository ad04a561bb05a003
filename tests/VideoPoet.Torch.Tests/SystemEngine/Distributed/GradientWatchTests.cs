namespace VideoPoet.Torch.Tests.SystemEngine.Distributed;

public sealed class GradientWatchTests
{
    [Test]
    public void A_parameter_that_is_used_twice_is_told_of_once_a_pass_with_its_whole_gradient()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(3, 3, hasBias: false);
        var told = new List<float>();
        using (ProcessGroup.WatchGradient(layer.weight, () => told.Add(layer.weight.grad!.sum().ToSingle())))
        {
            (layer.call(layer.call(ones(1, 3))).sum() * 0 + layer.weight.sum()).backward();
            (layer.weight.sum() * 2).backward();
        }

        layer.weight.sum().backward();

        Assert.That(told, Is.EqualTo([9, 27]));
    }

    [Test]
    public void Gradients_are_told_of_in_the_order_of_the_pass_the_last_layer_first()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(nn.Linear(2, 2, hasBias: false), nn.ReLU(), nn.Linear(2, 2, hasBias: false));
        var told = new List<string>();
        var watches = network.named_parameters().Select(entry => ProcessGroup.WatchGradient(entry.parameter, () => told.Add(entry.name))).ToList();
        network.call(ones(1, 2)).sum().backward();
        watches.ForEach(watch => watch.Dispose());

        Assert.That(told, Is.EqualTo(["2.weight", "0.weight"]));
    }

    [Test]
    public void What_the_watcher_throws_the_pass_throws()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(3, 3);
        using var watch = ProcessGroup.WatchGradient(layer.weight, () => throw new InvalidOperationException("too early"));

        Assert.That(() => layer.call(ones(1, 3)).sum().backward(), Throws.Exception.With.Message.Contains("too early"));
    }

    [Test]
    public void A_tensor_without_gradient_is_refused()
    {
        using var plain = ones(2);
        Assert.That(() => ProcessGroup.WatchGradient(plain, () => { }), Throws.Exception.With.Message.Contains("needs no gradient"));
    }
}
