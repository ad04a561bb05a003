namespace VideoPoet.Torch.Tests.Distributed;

public sealed class SingleProcessTests
{
    [Test]
    public void A_process_of_its_own_gets_back_what_it_gives()
    {
        using var scope = NewDisposeScope();
        using var group = ProcessGroup.Join(new() { Rank = 0, Size = 1 });
        var given = arange(4);
        var gathered = zeros_like(given);

        group.AllReduce(given);
        group.Broadcast(given);
        group.AllGather(given, [gathered]);
        group.Barrier();

        Assert.That((group.Rank, group.Size), Is.EqualTo((0, 1)));
        Assert.That(given.data<long>().ToArray(), Is.EqualTo([0, 1, 2, 3]));
        Assert.That(gathered.data<long>().ToArray(), Is.EqualTo([0, 1, 2, 3]));
        Assert.That(group.Sum([1.5, -2]), Is.EqualTo([1.5, -2]));
        Assert.That(group.AllGatherBytes([1, 2]), Is.EqualTo(new byte[][] { [1, 2] }));
    }

    [Test]
    public void A_group_that_was_given_up_tells_why()
    {
        using var group = ProcessGroup.Join(new() { Rank = 0, Size = 1 });
        group.Abort("no data");
        Assert.That(group.Barrier, Throws.TypeOf<LostPeerException>().With.Message.Contains("no data"));
    }

    [TestCase(2, 2)]
    [TestCase(-1, 2)]
    [TestCase(0, 0)]
    public void A_rank_outside_the_group_is_refused(int rank, int size) =>
        Assert.That(() => ProcessGroup.Join(new() { Rank = rank, Size = size }), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
