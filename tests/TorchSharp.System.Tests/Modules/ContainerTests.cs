using TorchSharp.Modules;

namespace VideoPoet.Engines.Tests.Modules;

/// <summary>Sequences, lists and dictionaries of modules and parameters.</summary>
public sealed class ContainerTests
{
    [Test]
    public void A_sequence_calls_its_modules_in_order()
    {
        using var sequence = nn.Sequential(nn.Flatten(), nn.ReLU());
        using var output = sequence.call(tensor(new float[,,] { { { -1, 2 }, { 3, -4 } } }));

        Assert.That(output.data<float>().ToArray(), Is.EqualTo(new float[] { 0, 2, 3, 0 }));
        Assert.That(output.shape, Is.EqualTo(new long[] { 1, 4 }));
    }

    [Test]
    public void An_empty_sequence_returns_its_input()
    {
        using var sequence = nn.Sequential();
        using var input = ones(2);
        using var output = sequence.call(input);

        Assert.That(output.allclose(input), Is.True);
        Assert.That(output, Is.Not.SameAs(input));
    }

    [Test]
    public void A_sequence_names_what_is_appended_by_its_position()
    {
        using var sequence = nn.Sequential().append(nn.Linear(1, 2)).append("activation", nn.ReLU()).append(nn.Linear(2, 3));

        Assert.That(sequence.named_children().Select(entry => entry.name), Is.EqualTo(new[] { "0", "activation", "2" }));
        Assert.That(((Linear)sequence[2]).out_features, Is.EqualTo(3));
    }

    [Test]
    public void A_slice_of_a_sequence_shares_its_modules()
    {
        using var sequence = nn.Sequential(nn.Linear(1, 2), nn.ReLU(), nn.Linear(2, 3));

        var slice = sequence[1..];

        Assert.That(slice.Count, Is.EqualTo(2));
        Assert.That(slice[1], Is.SameAs(sequence[2]));
        Assert.That(slice.named_children().Select(entry => entry.name), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public void A_sequence_leaves_its_input_and_no_temporaries_behind()
    {
        using var sequence = nn.Sequential(nn.ReLU(inplace: true), nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 2));
        using var input = ones(1, 2);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        sequence.call(input).Dispose();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
        Assert.That(input.IsInvalid, Is.False);
    }

    [Test]
    public void A_sequence_disposes_what_it_holds()
    {
        var linear = nn.Linear(2, 2);

        nn.Sequential(linear).Dispose();

        Assert.That(linear.weight.IsInvalid, Is.True);
    }

    [Test]
    public void A_list_of_modules_keeps_order()
    {
        using var tower = new Tower(2);
        var (bottom, top) = (tower.floors[0], tower.floors[1]);
        var middle = nn.Linear(2, 2);

        tower.floors.Insert(1, middle);

        Assert.That(tower.floors, Is.EqualTo(new[] { bottom, middle, top }));
        Assert.That(tower.floors.IndexOf(top), Is.EqualTo(2));
        Assert.That(tower.floors.Remove(middle), Is.True);
        Assert.That(tower.floors, Has.Count.EqualTo(2));
        middle.Dispose();
    }

    [Test]
    public void A_dictionary_of_modules_keeps_order_and_refuses_a_second_of_a_name()
    {
        using var tower = new Tower(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tower.rooms.Keys, Is.EqualTo(new[] { "hall", "attic" }));
            Assert.That(tower.rooms["attic"], Is.InstanceOf<ReLU>());
            Assert.That(tower.rooms.TryGetValue("cellar", out _), Is.False);
            Assert.That(() => tower.rooms.Add("hall", nn.ReLU()), Throws.Exception);
        }
    }

    [Test]
    public void A_list_of_parameters_finds_them_by_position()
    {
        using var tower = new Tower(1);

        Assert.That(tower.get_parameter("weights.1"), Is.SameAs(tower.weights[1]));
        Assert.That(tower.weights.named_parameters().Select(entry => entry.name), Is.EqualTo(new[] { "0", "1" }));
    }
}
