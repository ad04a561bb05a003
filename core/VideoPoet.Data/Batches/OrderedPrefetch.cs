using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace VideoPoet.Data;

/// <summary>Makes things ahead of their use on threads of its own, and gives them in order.</summary>
/// <typeparam name="T">What is made.</typeparam>
internal sealed class OrderedPrefetch<T> : IDisposable
    where T : class, IDisposable
{
    private readonly object _guard = new();
    private readonly Func<long, CancellationToken, T> _make;
    private readonly Dictionary<long, Made> _made = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread[] _threads;
    private readonly long _end;
    private readonly int _ahead;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _nextToMake, _makeEnd, _taken;
    private TimeSpan _waited;
    private bool _isStopped;

    /// <summary>Begins to make things.</summary>
    /// <param name="make">Makes one by its number, on any thread, several at a time.</param>
    /// <param name="first">The first number.</param>
    /// <param name="end">The number after the last.</param>
    /// <param name="options">How many threads, and how far ahead.</param>
    public OrderedPrefetch(Func<long, CancellationToken, T> make, long first, long end, PrefetchOptions options)
    {
        (_make, _ahead, _end) = (make, options.Checked().Ahead, end);
        (Next, _nextToMake, _makeEnd) = (first, first, end);
        _threads = [.. Enumerable.Range(1, options.Workers).Select(number => new Thread(Work) { IsBackground = true, Name = $"batches {number}" })];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <summary>The number that is taken next.</summary>
    public long Next { get; private set; }

    /// <summary>How long whoever takes had to wait until now.</summary>
    public DataWait Wait
    {
        get
        {
            lock (_guard)
                return new(_taken, _waited, _clock.Elapsed);
        }
    }

    /// <summary>Takes the next thing, which belongs to the caller from here on.</summary>
    /// <param name="cancellationToken">Cancels the waiting; the same thing can be taken later.</param>
    /// <exception cref="InvalidOperationException">All were taken.</exception>
    public T Take(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(WakeAll);
        lock (_guard)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            if (Next >= _end)
                throw new InvalidOperationException("all batches were taken.");
            var made = WaitForNext(cancellationToken);
            // Whoever asks again is told the same again.
            made.Failure?.Throw();
            _made.Remove(Next++);
            _taken++;
            Monitor.PulseAll(_guard);
            return made.Thing!;
        }
    }

    /// <summary>Stops the threads, and disposes what nobody took.</summary>
    public void Dispose()
    {
        lock (_guard)
        {
            if (_isStopped)
                return;
            _isStopped = true;
            Monitor.PulseAll(_guard);
        }
        _stop.Cancel();
        foreach (var thread in _threads)
            thread.Join();
        foreach (var made in _made.Values)
            made.Thing?.Dispose();
        _stop.Dispose();
    }

    private Made WaitForNext(CancellationToken cancellationToken)
    {
        var since = _clock.Elapsed;
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ObjectDisposedException.ThrowIf(_isStopped, this);
                if (_made.TryGetValue(Next, out var made))
                    return made;
                Monitor.Wait(_guard);
            }
        }
        finally
        {
            _waited += _clock.Elapsed - since;
        }
    }

    private void WakeAll()
    {
        lock (_guard)
            Monitor.PulseAll(_guard);
    }

    private void Work()
    {
        while (Claim() is { } number)
        {
            var made = Make(number);
            lock (_guard)
            {
                if (_isStopped)
                {
                    made.Thing?.Dispose();
                    return;
                }
                _made.Add(number, made);
                // What comes after a failure is not asked for; what comes before it is.
                if (made.Failure is not null)
                    _makeEnd = Math.Min(_makeEnd, number);
                Monitor.PulseAll(_guard);
            }
        }
    }

    private long? Claim()
    {
        lock (_guard)
        {
            while (!_isStopped && _nextToMake < _makeEnd && _nextToMake >= Next + _ahead)
                Monitor.Wait(_guard);
            return _isStopped || _nextToMake >= _makeEnd ? null : _nextToMake++;
        }
    }

    private Made Make(long number)
    {
        try
        {
            return new(_make(number, _stop.Token), null);
        }
        catch (Exception exception)
        {
            return new(null, ExceptionDispatchInfo.Capture(exception));
        }
    }

    private readonly record struct Made(T? Thing, ExceptionDispatchInfo? Failure);
}
