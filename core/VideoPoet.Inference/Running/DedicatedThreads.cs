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
    private int _outstanding, _started;

    /// <summary>Runs something on one of the threads.</summary>
    /// <param name="work">What is run; it may throw.</param>
    /// <exception cref="ObjectDisposedException">The threads have ended.</exception>
    public Task RunAsync(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_work)
        {
            ObjectDisposedException.ThrowIf(_work.IsAddingCompleted, this);
            _outstanding++;
            if (_outstanding > _started && _started < count)
                new Thread(Work) { IsBackground = true, Name = $"{name} {++_started}" }.Start();
            _work.Add(() => Finish(work, done));
        }
        return done.Task;
    }

    /// <summary>Lets the threads end when what they do is done.</summary>
    public void Dispose()
    {
        lock (_work)
            _work.CompleteAdding();
    }

    private void Work()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
    }

    private void Finish(Action work, TaskCompletionSource done)
    {
        Exception? failure = null;
        try
        {
            work();
        }
        catch (Exception exception)
        {
            failure = exception;
        }
        lock (_work)
            _outstanding--;
        if (failure is null)
            done.SetResult();
        else if (failure is OperationCanceledException canceled)
            done.SetCanceled(canceled.CancellationToken);
        else
            done.SetException(failure);
    }
}
