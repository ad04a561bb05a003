using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VideoPoet.Torch.Tests.Distributed;

/// <summary>Another process of a group: the program of this assembly, told by environment variables who it is.</summary>
internal static class Peer
{
    public const string Collectives = "collectives", Silent = "silent";

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a process that does what is asked once it has joined; it prints a line then.</summary>
    public static Process Start(string what, int rank, int size, int port) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Peer).Assembly.Location, what])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            Environment =
            {
                ["RANK"] = rank.ToString(CultureInfo.InvariantCulture),
                ["WORLD_SIZE"] = size.ToString(CultureInfo.InvariantCulture),
                ["MASTER_ADDR"] = "localhost",
                ["MASTER_PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["OMP_NUM_THREADS"] = "1",
            },
        })!;

    /// <summary>What every process of the test of collectives does; what each of them must get follows from the ranks.</summary>
    public static string Exercise(IProcessGroup group)
    {
        using var scope = NewDisposeScope();
        var summed = arange(1, 6, ScalarType.Float32) * (group.Rank + 1);
        var later = full(3, group.Rank + 0.5, ScalarType.Float64);
        using (var first = group.BeginAllReduce(summed))
        using (var second = group.BeginAllReduce(later))
        {
            second.Wait();
            first.Wait();
        }

        var sent = tensor((long[])[group.Rank, 7]);
        group.Broadcast(sent, 1);
        var gathered = Enumerable.Range(0, group.Size).Select(_ => zeros(2, ScalarType.Int32)).ToList();
        group.AllGather(tensor((int[])[group.Rank, -1]), gathered);
        var texts = group.AllGatherBytes([.. Enumerable.Repeat((byte)('a' + group.Rank), group.Rank)])
            .Select(System.Text.Encoding.ASCII.GetString);
        group.Barrier();
        return FormattableString.Invariant(
            $"{Text<float>(summed)}|{Text<double>(later)}|{Text<long>(sent)}|{string.Join(';', gathered.Select(Text<int>))}|{string.Join(',', texts)}");

        static string Text<T>(Tensor tensor) where T : unmanaged, IFormattable =>
            string.Join(' ', tensor.data<T>().ToArray().Select(value => value.ToString(null, CultureInfo.InvariantCulture)));
    }

    public static void Main(string[] arguments)
    {
        using var group = ProcessGroup.Join(ProcessEnvironment.Read());
        switch (arguments.Single())
        {
            case Collectives:
                Console.WriteLine(Exercise(group));
                break;
            case Silent:
                Console.WriteLine("joined");
                Console.ReadLine();
                break;
        }
    }
}
