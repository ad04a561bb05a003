using System.Runtime.CompilerServices;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Lets workers wait for one another: by spinning while that is short, then asleep.</summary>
/// <param name="workers">How many.</param>
internal sealed class WorkerBarrier(int workers)
{
    // Below a tenth of a millisecond: longer than any phase's imbalance on a quiet machine, shorter than a time slice on a crowded one.
    private const int Spins = 2_000;

    private readonly object _gate = new();
    private int _arrived, _phase, _asleep;
    private volatile bool _isBroken;

    /// <summary>Returns when all have come here.</summary>
    /// <exception cref="InvalidOperationException">One will never come.</exception>
    [MethodImpl(Compile.AtOnce)]
    public void Wait()
    {
        var phase = Volatile.Read(ref _phase);
        if (Interlocked.Increment(ref _arrived) == workers)
        {
            _arrived = 0;
            Interlocked.Increment(ref _phase);
            if (Volatile.Read(ref _asleep) > 0)
                Wake();
            return;
        }
        for (var spin = 0; spin < Spins && !_isBroken; spin++)
        {
            if (Volatile.Read(ref _phase) != phase)
                return;
            Thread.SpinWait(1);
        }
        lock (_gate)
        {
            // Announced before the phase is looked at again: either it is seen to have passed, or whoever passes it sees the sleeper.
            Interlocked.Increment(ref _asleep);
            while (Volatile.Read(ref _phase) == phase && !_isBroken)
                Monitor.Wait(_gate);
            Interlocked.Decrement(ref _asleep);
        }
        if (_isBroken && Volatile.Read(ref _phase) == phase)
            throw new InvalidOperationException("another worker failed.");
    }

    /// <summary>Says that a worker will not come any more.</summary>
    public void Break()
    {
        _isBroken = true;
        Wake();
    }

    private void Wake()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }
}
