using System.Collections.Concurrent;
using System.Diagnostics;
using VideoPoet.Data;

namespace VideoPoet.Tests.Batches;

[CancelAfter(60_000)]
public sealed class OrderedPrefetchTests
{
    private readonly ConcurrentBag<Thing> _made = [];

    [SetUp]
    public void Clear() => _made.Clear();

    private Thing Make(long number)
    {
        var thing = new Thing(number);
        _made.Add(thing);
        return thing;
    }

    [Test]
    public void Things_come_in_order_however_long_each_takes([Values(1, 2, 5)] int workers)
    {
        // Every third takes longer than those after it.
        using var prefetch = new OrderedPrefetch<Thing>(
            (number, _) =>
            {
                Thread.Sleep(number % 3 == 0 ? 4 : 0);
                return Make(number);
            },
            10, 60, new() { Workers = workers, Ahead = 7 });
        var taken = Enumerable.Range(0, 50).Select(_ => prefetch.Take(default).Number).ToArray();

        Assert.That(taken, Is.EqualTo(Enumerable.Range(10, 50).Select(number => (long)number)));
        Assert.That(prefetch.Wait.Batches, Is.EqualTo(50));
        Assert.That(() => prefetch.Take(default), Throws.InvalidOperationException);
    }

    [Test]
    public void No_more_is_made_ahead_than_may_be()
    {
        using var prefetch = new OrderedPrefetch<Thing>((number, _) => Make(number), 0, 1_000, new() { Workers = 3, Ahead = 4 });
        for (var taken = 0; taken < 20; taken++)
        {
            Assert.That(() => _made.Count, Is.EqualTo(taken + 4).After(5_000, 1));
            // Long enough for a thread that ignored the bound.
            Thread.Sleep(2);
            Assert.That(_made.Count, Is.EqualTo(taken + 4));
            prefetch.Take(default).Dispose();
        }
    }

    [Test]
    public void A_failure_comes_in_its_place_and_stays([Values(1, 4)] int workers)
    {
        using var prefetch = new OrderedPrefetch<Thing>(
            (number, _) => number == 5 ? throw new FormatException("the fifth") : Make(number), 0, 100, new() { Workers = workers, Ahead = 20 });
        for (var number = 0; number < 5; number++)
            Assert.That(prefetch.Take(default).Number, Is.EqualTo(number));

        Assert.That(() => prefetch.Take(default), Throws.TypeOf<FormatException>().With.Message.EqualTo("the fifth"));
        Assert.That(() => prefetch.Take(default), Throws.TypeOf<FormatException>());
        Assert.That(prefetch.Next, Is.EqualTo(5));
    }

    [Test]
    public void Waiting_can_be_cancelled_and_the_same_thing_is_taken_later()
    {
        using var gate = new ManualResetEventSlim();
        using var prefetch = new OrderedPrefetch<Thing>(
            (number, stop) =>
            {
                gate.Wait(stop);
                return Make(number);
            },
            0, 10, new());
        using var soon = new CancellationTokenSource(20);

        Assert.That(() => prefetch.Take(soon.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => prefetch.Take(soon.Token), Throws.InstanceOf<OperationCanceledException>(), "cancelled before");
        gate.Set();
        Assert.That(prefetch.Take(default).Number, Is.Zero);
    }

    [Test]
    public void Disposing_ends_threads_and_waiting_and_releases_what_nobody_took()
    {
        using var isMaking = new ManualResetEventSlim();
        var prefetch = new OrderedPrefetch<Thing>(
            (number, stop) =>
            {
                if (number < 3)
                    return Make(number);
                isMaking.Set();
                stop.WaitHandle.WaitOne();
                return Make(number);
            },
            0, 10, new() { Workers = 2, Ahead = 6 });
        prefetch.Take(default).Dispose();
        prefetch.Take(default).Dispose();
        prefetch.Take(default).Dispose();
        var waiting = Task.Run(() => prefetch.Take(default));
        isMaking.Wait();
        prefetch.Dispose();

        Assert.That(async () => await waiting, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => prefetch.Take(default), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(_made.Select(thing => thing.IsDisposed), Has.All.True);
        Assert.That(_made, Has.Count.GreaterThan(3), "some were being made");
        prefetch.Dispose();
    }

    [Test]
    public void Waiting_is_measured_and_only_waiting()
    {
        const int Milliseconds = 30;
        using var prefetch = new OrderedPrefetch<Thing>(
            (number, _) =>
            {
                Thread.Sleep(number < 3 ? Milliseconds : 0);
                return Make(number);
            },
            0, 6, new() { Workers = 1, Ahead = 6 });
        var clock = Stopwatch.StartNew();
        for (var number = 0; number < 3; number++)
            prefetch.Take(default);
        var slow = prefetch.Wait;
        Assert.That(() => _made.Count, Is.EqualTo(6).After(5_000, 1));
        for (var number = 3; number < 6; number++)
            prefetch.Take(default);
        var fast = prefetch.Wait.Since(slow);

        // A sleep may end a little early by another clock.
        Assert.That(slow.Waited.TotalMilliseconds, Is.InRange(3 * Milliseconds - 10.0, clock.Elapsed.TotalMilliseconds));
        Assert.That(fast.Batches, Is.EqualTo(3));
        Assert.That(fast.Waited, Is.LessThan(slow.Waited));
        Assert.That(new DataWait(4, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8)).Share, Is.EqualTo(0.125));
        Assert.That(default(DataWait).Share, Is.Zero);
    }

    private sealed class Thing(long number) : IDisposable
    {
        public long Number => number;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
