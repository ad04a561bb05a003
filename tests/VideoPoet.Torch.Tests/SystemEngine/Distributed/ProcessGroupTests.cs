using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using VideoPoet.Torch.Tests.Distributed;

namespace VideoPoet.Torch.Tests.SystemEngine.Distributed;

/// <summary>This process is rank 0 here; the others are processes of their own.</summary>
public sealed class ProcessGroupTests
{
    private readonly List<Process> _peers = [];

    [TearDown]
    public void EndPeers()
    {
        foreach (var peer in _peers)
        {
            peer.Kill();
            peer.Dispose();
        }
        _peers.Clear();
    }

    [Test]
    public void Collectives_give_every_process_the_same()
    {
        string own;
        using (var group = Join(Peer.Collectives, 3))
            own = Peer.Exercise(group);

        Assert.That(
            _peers.Select(peer => peer.StandardOutput.ReadLine()).Prepend(own),
            Is.All.EqualTo("6 12 18 24 30|4.5 4.5 4.5|1 7|0 -1;1 -1;2 -1|,b,cc"));
        Assert.That(_peers.Select(peer => peer.WaitForExit(20_000) ? peer.ExitCode : -1), Is.All.Zero);
    }

    [Test]
    public async Task Two_threads_of_one_process_can_be_a_group_too()
    {
        using var groups = await Pair.JoinAsync();
        var other = Task.Run(() => Peer.Exercise(groups.Second));

        Assert.That(Peer.Exercise(groups.First), Is.EqualTo("3 6 9 12 15|2 2 2|1 7|0 -1;1 -1|,b").And.EqualTo(await other));
    }

    [Test]
    public void Who_waits_for_a_killed_process_is_told_at_once()
    {
        using var group = Join(Peer.Silent);
        using var scope = NewDisposeScope();
        using var waiting = group.BeginAllReduce(ones(4));
        _peers[0].Kill();

        Assert.That(waiting.Wait, Throws.TypeOf<LostPeerException>().With.Message.Contains("rank 1").After(0, 1));
        Assert.That(group.Barrier, Throws.TypeOf<LostPeerException>().With.Message.Contains("rank 1"));
    }

    [Test]
    public void A_process_that_stands_still_is_lost_after_a_while()
    {
        using var group = Join(Peer.Silent, lostAfter: 1);
        using var scope = NewDisposeScope();
        using var waiting = group.BeginAllReduce(ones(4));
        const int Stop = 19;
        Assert.That(Signal(_peers[0].Id, Stop), Is.Zero);

        Assert.That(waiting.Wait, Throws.TypeOf<LostPeerException>().With.Message.EqualTo("rank 1 has not been heard of for 1 seconds"));
    }

    [Test]
    public async Task A_process_that_gives_up_tells_the_others_why()
    {
        using var groups = await Pair.JoinAsync();
        using var scope = NewDisposeScope();
        using var waiting = groups.First.BeginAllReduce(ones(4));
        groups.Second.Abort("its disk is full.");

        Assert.That(waiting.Wait, Throws.TypeOf<LostPeerException>().With.Message.EqualTo("rank 1 has ended: its disk is full."));
    }

    [Test]
    public async Task Tensors_that_Gloo_cannot_carry_are_refused_before_anything_is_sent()
    {
        using var groups = await Pair.JoinAsync();
        using var scope = NewDisposeScope();
        var group = groups.First;

        Assert.That(() => group.AllReduce(ones(2, 3).t()), Throws.ArgumentException.With.Message.Contains("not contiguous"));
        Assert.That(() => group.AllReduce(ones(2, ScalarType.BFloat16)), Throws.ArgumentException.With.Message.Contains("found BFloat16"));
        Assert.That(() => group.AllReduce(ones(0)), Throws.ArgumentException.With.Message.Contains("0 elements"));
        Assert.That(() => group.AllGather(ones(1), [ones(1)]), Throws.ArgumentException.With.Message.Contains("each of 2 processes"));
    }

    [Test]
    public void A_taken_port_is_named_with_the_remedy()
    {
        using var other = new TcpListener(IPAddress.IPv6Any, 0);
        other.Server.DualMode = true;
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.That(
            () => ProcessGroup.Join(Settings(0, 2, port)),
            Throws.TypeOf<ProcessGroupException>().With.Message.Contains($"the port {port} of this machine is taken").And.Message.Contains("MASTER_PORT"));
    }

    [Test]
    public void Who_does_not_come_in_time_is_named() => Assert.That(
        () => ProcessGroup.Join(Settings(1, 3, Peer.FreePort()) with { Rank = 0 }),
        Throws.TypeOf<ProcessGroupException>().With.Message.Contains("ranks 1, 2 of 3 did not come"));

    [Test]
    public void A_rank_0_that_is_not_there_is_named() => Assert.That(
        () => ProcessGroup.Join(Settings(1, 2, Peer.FreePort())),
        Throws.TypeOf<ProcessGroupException>().With.Message.Contains("rank 1 could not reach the others at localhost:"));

    [Test]
    public void An_unknown_address_is_named() => Assert.That(
        () => ProcessGroup.Join(Settings(1, 2, 1) with { Address = "no.such.host.invalid" }),
        Throws.TypeOf<ProcessGroupException>().With.Message.Contains("MASTER_ADDR is 'no.such.host.invalid'"));

    [Test]
    public void Waiting_for_others_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource(100);
        Assert.That(
            () => ProcessGroup.Join(Settings(0, 2, Peer.FreePort()) with { JoinTimeout = TimeSpan.FromMinutes(1) }, cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(1, 3, "WORLD_SIZE is 3 for rank 1 and 2 for rank 0")]
    [TestCase(0, 2, "another process is rank 0 already")]
    public async Task Processes_that_contradict_are_told_so(int rank, int size, string message)
    {
        var port = Peer.FreePort();
        // It must still be there when the other comes, on a busy machine too.
        var first = Task.Run(() => ProcessGroup.Join(Settings(0, 2, port) with { JoinTimeout = TimeSpan.FromSeconds(5) }));

        // As if torchrun listened: a second rank 0 that would listen itself finds the port taken before.
        Assert.That(
            () => ProcessGroup.Join(Settings(rank, size, port) with { LauncherListens = true }),
            Throws.TypeOf<ProcessGroupException>().With.Message.Contains(message));
        Assert.That(async () => await first, Throws.TypeOf<ProcessGroupException>());
    }

    private static ProcessGroupSettings Settings(int rank, int size, int port) =>
        new() { Rank = rank, Size = size, Port = port, JoinTimeout = TimeSpan.FromSeconds(1) };

    /// <summary>Two processes that are one.</summary>
    private sealed record Pair(IProcessGroup First, IProcessGroup Second) : IDisposable
    {
        public static async Task<Pair> JoinAsync()
        {
            var settings = Settings(0, 2, Peer.FreePort()) with { JoinTimeout = TimeSpan.FromSeconds(60), BeatEvery = TimeSpan.FromMilliseconds(100) };
            var joining = new[] { 0, 1 }.Select(rank => Task.Run(() => ProcessGroup.Join(settings with { Rank = rank })));
            var groups = await Task.WhenAll(joining);
            return new(groups[0], groups[1]);
        }

        public void Dispose()
        {
            Second.Dispose();
            First.Dispose();
        }
    }

    private IProcessGroup Join(string what, int size = 2, double lostAfter = 15)
    {
        var port = Peer.FreePort();
        _peers.AddRange(Enumerable.Range(1, size - 1).Select(rank => Peer.Start(what, rank, size, port)));
        return ProcessGroup.Join(new()
        {
            Rank = 0, Size = size, Port = port, JoinTimeout = TimeSpan.FromSeconds(60), BeatEvery = TimeSpan.FromMilliseconds(100),
            LostAfter = TimeSpan.FromSeconds(lostAfter),
        });
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
