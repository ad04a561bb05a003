using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace VideoPoet.Torch.Gloo;

/// <summary>Brings the processes of a group together: finds the store, takes a seat, waits for the others and connects all with all.</summary>
internal sealed class Rendezvous(ProcessGroupSettings settings, CancellationToken cancellation)
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_connecting = TimeSpan.FromSeconds(10);

    private readonly long _start = Stopwatch.GetTimestamp();

    private string Place => $"{settings.Address}:{settings.Port.ToString(CultureInfo.InvariantCulture)}";

    private bool Serves => settings.Rank == 0 && !settings.LauncherListens;

    public IProcessGroup Join()
    {
        var own = AddressTowardsOthers();
        var store = Open(Serves);
        Heartbeat? heartbeat = null;
        try
        {
            TakeSeat(store);
            store.Set(StoreKeys.Address(settings.Rank), own.ToString());
            heartbeat = new(settings, Open(serve: false));
            WaitForOthers(store, heartbeat);
            store.SetTimeout(settings.JoinTimeout);
            var addresses = Enumerable.Range(0, settings.Size).Select(rank => store.Get(StoreKeys.Address(rank)));
            var reachable = OwnAddress.Reachable(own, addresses, settings.Port).ToString();
            return new GlooProcessGroup(settings, store, heartbeat, Connect(store, heartbeat, reachable));
        }
        catch (Exception exception)
        {
            // The others need not wait until their time is up.
            heartbeat?.Abort($"rank {settings.Rank} could not join: {exception.Message}");
            heartbeat?.Dispose();
            store.Dispose();
            if (exception is ExternalException)
                throw Unreachable(exception);
            throw;
        }
    }

    private System.Net.IPAddress AddressTowardsOthers()
    {
        try
        {
            return OwnAddress.Towards(settings.Address, settings.Port);
        }
        catch (SocketException exception)
        {
            throw new ProcessGroupException(
                $"MASTER_ADDR is '{settings.Address}', and no way leads there: {exception.Message}. Name the machine of rank 0.", exception);
        }
    }

    private KeyValueStore Open(bool serve)
    {
        if (!serve)
            WaitForStore();
        try
        {
            return new(settings.Address, settings.Port, $"videopoet/{settings.Name}/", serve, s_connecting);
        }
        catch (ExternalException exception) when (serve && exception.Message.Contains("in use", StringComparison.Ordinal))
        {
            throw new ProcessGroupException(
                $"the port {settings.Port} of this machine is taken by another program; set MASTER_PORT to a free one, "
                + "the same for every process.", exception);
        }
        catch (ExternalException exception)
        {
            throw Unreachable(exception);
        }
    }

    // libtorch tries only once a second, cannot be cancelled, and gives up at once when less than a second is left.
    private void WaitForStore()
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                using var client = new TcpClient();
                client.Connect(settings.Address, settings.Port);
                return;
            }
            catch (SocketException exception) when (Stopwatch.GetElapsedTime(_start) > settings.JoinTimeout)
            {
                throw Unreachable(exception);
            }
            catch (SocketException)
            {
                cancellation.WaitHandle.WaitOne(s_poll);
            }
        }
    }

    private void TakeSeat(KeyValueStore store)
    {
        if (store.Add(StoreKeys.Seat(settings.Rank), 1) > 1)
            throw new ProcessGroupException(
                $"another process is rank {settings.Rank} already; every process needs a RANK of its own, from 0 to {settings.Size - 1}.");
        if (settings.Rank == 0)
            store.Set(StoreKeys.Size, settings.Size.ToString(CultureInfo.InvariantCulture));
    }

    private void WaitForOthers(KeyValueStore store, Heartbeat heartbeat)
    {
        while (Missing(store) is { Count: > 0 } missing)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckSize(store);
            if (heartbeat.Lost is { } lost)
                throw new ProcessGroupException($"the processes did not come together: {lost}.");
            if (Stopwatch.GetElapsedTime(_start) > settings.JoinTimeout)
                throw new ProcessGroupException(
                    $"{Ranks(missing)} of {settings.Size} did not come to {Place} within {settings.JoinTimeout.TotalSeconds:0} seconds. Start every "
                    + "process with the same MASTER_ADDR, MASTER_PORT and WORLD_SIZE, and each with its own RANK.");
            cancellation.WaitHandle.WaitOne(s_poll);
        }

        CheckSize(store);
    }

    private List<int> Missing(KeyValueStore store) =>
        [.. Enumerable.Range(0, settings.Size).Where(rank => !store.Has(StoreKeys.Address(rank)))];

    private void CheckSize(KeyValueStore store)
    {
        if (store.Has(StoreKeys.Size) && store.Get(StoreKeys.Size) is var size && int.Parse(size, CultureInfo.InvariantCulture) != settings.Size)
            throw new ProcessGroupException($"WORLD_SIZE is {settings.Size} for rank {settings.Rank} and {size} for rank 0; it must be the same.");
    }

    private nint Connect(KeyValueStore store, Heartbeat heartbeat, string address)
    {
        var connecting = Task.Run(() => GlooProcessGroup.Connect(settings, store, address), CancellationToken.None);
        while (!((IAsyncResult)connecting).AsyncWaitHandle.WaitOne(s_poll))
        {
            if (heartbeat.Lost is { } lost)
                throw new ProcessGroupException($"the processes did not come together: {lost}.");
        }

        return connecting.GetAwaiter().GetResult();
    }

    private ProcessGroupException Unreachable(Exception cause) => new(
        $"rank {settings.Rank} could not reach the others at {Place} within {settings.JoinTimeout.TotalSeconds:0} seconds: start rank 0 there, "
        + $"and check MASTER_ADDR, MASTER_PORT and firewalls ({cause.Message}).", cause);

    private static string Ranks(IReadOnlyList<int> ranks) => ranks.Count == 1 ? $"rank {ranks[0]}" : $"ranks {string.Join(", ", ranks)}";
}
