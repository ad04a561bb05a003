using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace VideoPoet.Torch.Gloo;

/// <summary>
/// Tells the others that this process is alive, and notices when one of them is not: rank 0 watches all, the others watch rank 0 and are told the rest
/// by it. It has a thread and a connection of its own, so that a process that computes or waits for long is no silent one.
/// </summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly ProcessGroupSettings _settings;
    private readonly KeyValueStore _store;
    private readonly Dictionary<int, (string Beat, long Since)> _seen;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;
    private long _answered = Stopwatch.GetTimestamp();
    private long _beats;
    private volatile string? _lost;

    /// <param name="settings">The group.</param>
    /// <param name="store">A connection that nobody else uses; it is disposed with this.</param>
    public Heartbeat(ProcessGroupSettings settings, KeyValueStore store)
    {
        (_settings, _store) = (settings, store);
        var watched = settings.Rank == 0 ? Enumerable.Range(1, settings.Size - 1) : [0];
        _seen = watched.ToDictionary(rank => rank, _ => ("", Stopwatch.GetTimestamp()));
        _thread = new(Run) { IsBackground = true, Name = "heartbeat of the process group" };
        _thread.Start();
    }

    /// <summary>Why the group has ended, or null while all are alive as far as is known.</summary>
    public string? Lost => _lost ?? (Stopwatch.GetElapsedTime(Interlocked.Read(ref _answered)) > _settings.LostAfter
        ? $"rank 0 at {_settings.Address}:{_settings.Port} has not answered for {_settings.LostAfter.TotalSeconds:0} seconds"
        : null);

    /// <summary>Ends the group for all.</summary>
    public void Abort(string reason) => _lost ??= reason;

    /// <summary>Stops; what was aborted is told to the others first, as far as the store still answers.</summary>
    public void Dispose()
    {
        _stop.Set();
        // A store that does not answer keeps the thread, and with it the connection.
        if (_thread.Join(_settings.BeatEvery * 2))
        {
            _store.Dispose();
            _stop.Dispose();
        }
    }

    private void Run()
    {
        try
        {
            do
            {
                Beat();
                Watch();
                Interlocked.Exchange(ref _answered, Stopwatch.GetTimestamp());
            }
            while (!_stop.Wait(_settings.BeatEvery));
            Tell();
        }
        catch (ExternalException exception)
        {
            _lost ??= $"rank 0 at {_settings.Address}:{_settings.Port} is gone ({exception.Message})";
        }
    }

    private void Beat() => _store.Set(StoreKeys.Beat(_settings.Rank), (++_beats).ToString(CultureInfo.InvariantCulture));

    private void Watch()
    {
        Tell();
        if (_lost is null && _store.Has(StoreKeys.Lost))
            _lost = _store.Get(StoreKeys.Lost);
        foreach (var (rank, (beat, since)) in _seen)
        {
            var key = StoreKeys.Beat(rank);
            var now = _store.Has(key) ? _store.Get(key) : "";
            if (now != beat || now.Length == 0) // who has not come yet is not lost: joining has a limit of its own
                _seen[rank] = (now, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(since) > _settings.LostAfter && !_store.Has(StoreKeys.Left(rank)))
                _lost ??= $"rank {rank} has not been heard of for {_settings.LostAfter.TotalSeconds:0} seconds";
        }

        Tell();
    }

    private void Tell()
    {
        if (_lost is { } lost && !_store.Has(StoreKeys.Lost))
            _store.Set(StoreKeys.Lost, lost);
    }
}
