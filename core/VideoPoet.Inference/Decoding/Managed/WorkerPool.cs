using System.Runtime.ExceptionServices;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Threads that run one program together, many times a second, the caller among them.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly WorkerBarrier _start, _phase;
    private readonly Thread[] _threads;
    private readonly object _gate = new();
    private IWorkerProgram? _program;
    private Exception? _failure;

    /// <summary>Starts the threads.</summary>
    /// <param name="workers">How many work, at least 1; the caller of <see cref="Run"/> is one of them.</param>
    public WorkerPool(int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        Workers = workers;
        (_start, _phase) = (new(workers), new(workers));
        _threads = [.. Enumerable.Range(1, workers - 1).Select(worker => new Thread(() => Work(worker))
        {
            IsBackground = true,
            Name = $"decoder {worker}",
        })];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <summary>How many work.</summary>
    public int Workers { get; }

    /// <summary>Runs a program on all workers and waits for the end. Of several callers one goes after the other.</summary>
    /// <param name="program">The program.</param>
    public void Run(IWorkerProgram program)
    {
        lock (_gate)
        {
            if (_failure is not null)
                ExceptionDispatchInfo.Throw(_failure);
            _program = program;
            _start.Wait();
            RunPart(0);
            if (_failure is not null)
                ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <summary>Called by every worker of a program: returns when all have come here.</summary>
    public void Meet() => _phase.Wait();

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_program is not EndProgram && _failure is null)
            {
                _program = EndProgram.Instance;
                _start.Wait();
            }
        }
        foreach (var thread in _threads)
            thread.Join();
    }

    private void Work(int worker)
    {
        while (true)
        {
            _start.Wait();
            if (_program is EndProgram)
                return;
            RunPart(worker);
            if (_failure is not null)
                return;
        }
    }

    private void RunPart(int worker)
    {
        try
        {
            _program!.Run(this, worker);
            _phase.Wait();
        }
        catch (Exception failure)
        {
            // The others would wait for ever: they fail, too, and the first failure is the one that is told.
            Interlocked.CompareExchange(ref _failure, failure, null);
            _phase.Break();
        }
    }

    private sealed class EndProgram : IWorkerProgram
    {
        public static EndProgram Instance { get; } = new();

        public void Run(WorkerPool pool, int worker)
        {
        }
    }
}

/// <summary>What workers do together.</summary>
internal interface IWorkerProgram
{
    /// <summary>Does a worker's part.</summary>
    /// <param name="pool">The workers.</param>
    /// <param name="worker">This one, from 0.</param>
    void Run(WorkerPool pool, int worker);
}
