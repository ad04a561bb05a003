using System.Diagnostics;
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace VideoPoet.Torch.Gloo;

/// <summary>Processes that are connected by Gloo.</summary>
/// <remarks>After a peer was lost, the native group is left as it is: to end it would mean to wait for the peer.</remarks>
internal sealed unsafe class GlooProcessGroup(ProcessGroupSettings settings, KeyValueStore store, Heartbeat heartbeat, nint group) : IProcessGroup
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(50);

    private static readonly ScalarType[] s_types =
    [
        ScalarType.Float32, ScalarType.Float64, ScalarType.Float16, ScalarType.Byte, ScalarType.Int8, ScalarType.Int32, ScalarType.Int64,
    ];

    private LostPeerException? _lost;
    private bool _disposed;

    public int Rank => settings.Rank;

    public int Size => settings.Size;

    /// <summary>Connects all with all; returns the native group.</summary>
    public static nint Connect(ProcessGroupSettings settings, KeyValueStore store, string address)
    {
        nint result;
        fixed (byte* prefix = KeyValueStore.Bytes($"videopoet/{settings.Name}/{StoreKeys.Collectives}"), own = KeyValueStore.Bytes(address))
        fixed (byte* network = settings.Interface is { } name ? KeyValueStore.Bytes(name) : null)
        {
            var code = Native.engine_group_join(
                store.Handle, prefix, settings.Rank, settings.Size, network, own, KeyValueStore.Milliseconds(settings.CollectiveTimeout), &result);
            NativeError.Check(code, "joining the process group");
        }

        return result;
    }

    public ICollective BeginAllReduce(Tensor tensor)
    {
        Check(tensor);
        nint work;
        return Begun(Native.engine_group_all_reduce(group, tensor.Handle, &work), work, tensor);
    }

    public ICollective BeginBroadcast(Tensor tensor, int root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(root);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(root, Size);
        Check(tensor);
        nint work;
        return Begun(Native.engine_group_broadcast(group, tensor.Handle, root, &work), work, tensor);
    }

    public ICollective BeginAllGather(Tensor tensor, IReadOnlyList<Tensor> all)
    {
        if (all.Count != Size)
            throw new ArgumentException($"there must be one tensor for each of {Size} processes, found {all.Count}.", nameof(all));
        foreach (var one in all.Append(tensor))
            Check(one);
        nint work;
        fixed (nint* outputs = all.Select(one => one.Handle).ToArray())
            return Begun(Native.engine_group_all_gather(group, tensor.Handle, outputs, Size, &work), work, [tensor, .. all]);
    }

    public void Abort(string reason) => heartbeat.Abort($"rank {Rank} has ended: {reason}");

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_lost is null && heartbeat.Lost is null)
            Leave();
        heartbeat.Dispose();
        if (_lost is not null || heartbeat.Lost is not null)
        {
            // The store ends with this process: the others shall hear first why.
            if (Rank == 0)
                Thread.Sleep(2 * settings.BeatEvery);
            return;
        }
        Native.engine_group_release(group);
        store.Dispose();
    }

    /// <summary>Waits for a collective, but not for one that a lost peer will never join.</summary>
    internal void Wait(nint work)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var code = Native.engine_work_wait(work, KeyValueStore.Milliseconds(s_poll));
            if (code == 1)
                return;
            if (code < 0)
                throw Broken(NativeError.Message);
            if (heartbeat.Lost is { } lost)
                throw Lose(lost, null);
            if (Stopwatch.GetElapsedTime(start) > settings.CollectiveTimeout)
                throw Lose($"a collective was not joined by all processes within {settings.CollectiveTimeout.TotalSeconds:0} seconds", null);
        }
    }

    private void Check(Tensor tensor)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_lost is not null)
            throw new LostPeerException(_lost.Message, _lost);
        if (heartbeat.Lost is { } lost)
            throw Lose(lost, null);
        if (tensor.device_type != DeviceType.CPU || !s_types.Contains(tensor.dtype) || !tensor.is_contiguous() || tensor.numel() == 0)
            throw new ArgumentException(
                $"Gloo carries contiguous tensors of {string.Join(", ", s_types)} on the processor that are not empty; "
                + $"found {tensor.dtype} on {tensor.device} of {tensor.numel()} elements{(tensor.is_contiguous() ? "" : ", not contiguous")}.",
                nameof(tensor));
    }

    private GlooCollective Begun(int code, nint work, params Tensor[] tensors) =>
        code < 0 ? throw Broken(NativeError.Message) : new(this, work, tensors);

    // The connection to a process broke; who it was, the heartbeat may know in a moment. Of two processes it is the other.
    private LostPeerException Broken(string message)
    {
        if (Size > 2)
        {
            var start = Stopwatch.GetTimestamp();
            while (heartbeat.Lost is null && Stopwatch.GetElapsedTime(start) < settings.LostAfter + 2 * settings.BeatEvery)
                Thread.Sleep(s_poll);
        }

        var who = Size == 2 ? $"rank {1 - Rank}" : "one of the processes";
        return Lose(heartbeat.Lost ?? $"{who} is gone: its connection broke", new ExternalException(message));
    }

    private LostPeerException Lose(string message, Exception? cause)
    {
        heartbeat.Abort(message);
        return _lost = new LostPeerException(message, cause);
    }

    // Who keeps the store leaves last.
    private void Leave()
    {
        try
        {
            store.Set(StoreKeys.Left(Rank), "");
            var start = Stopwatch.GetTimestamp();
            while (Rank == 0 && heartbeat.Lost is null && Stopwatch.GetElapsedTime(start) < settings.LostAfter
                && !Enumerable.Range(0, Size).All(rank => store.Has(StoreKeys.Left(rank))))
                Thread.Sleep(s_poll);
        }
        catch (ExternalException)
        {
            // Nobody is left to be told.
        }
    }
}
