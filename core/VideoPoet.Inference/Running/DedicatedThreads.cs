using System.Collections.Concurrent;

namespace VideoPoet.Inference;

/// <summary>
/// Threads of their own for long work: what libtorch keeps by thread, such as its pools and whether gradients are recorded, stays with them, and the
/// thread pool is left to others. They begin when there is work.
/// </summary>
/// <param name="count">How many.</param>
/// <param name="name">What they are called.</param>
internal sealed class DedicatedThreads(int count, string name) : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private int _waiting, _started;

    /// <summary>Runs something on one of the threads.</summary>
    /// <param name="work">What is run; it may throw.</param>
    /// <exception cref="ObjectDisposedException">The threads have ended.</exception>
    public Task RunAsync(Action work)
    {
        ObjectDisposedException.ThrowIf(_work.IsAddingCompleted, this);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        StartIfNeeded();
        _work.Add(() =>
        {
            try
            {
                work();
                done.SetResult();
            }
            catch (OperationCanceledException exception)
            {
                done.SetCanceled(exception.CancellationToken);
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    /// <summary>Lets the threads end when what they do is done.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void StartIfNeeded()
    {
        lock (_work)
        {
            if (_started == count || Volatile.Read(ref _waiting) > _work.Count)
                return;
            new Thread(Work) { IsBackground = true, Name = $"{name} {++_started}" }.Start();
        }
    }

    private void Work()
    {
        while (true)
        {
            Interlocked.Increment(ref _waiting);
            var isThere = _work.TryTake(out var work, Timeout.Infinite);
            Interlocked.Decrement(ref _waiting);
            if (!isThere)
                return;
            work!();
        }
    }
}
