using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoPoet.Benchmarks.Frame;

namespace VideoPoet.Benchmarks.Models;

/// <summary>Two processes that train the mini model together, beside one process with the same batches.</summary>
public sealed class ScalingBenchmark : IBenchmark
{
    public string Name => "scaling";

    public string Summary => "Training steps of the mini model in two processes of one thread each, beside one process with the same batches.";

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("tokens_per_second_one", "positions a second, one process with one thread (best of 4 steps, as all of these)"),
        new("tokens_per_second_two_threads", "one process with two threads"),
        new("tokens_per_second_two", "two processes with one thread each; gradients are added up during the backward pass"),
        new("efficiency", "two processes by twice one process with one thread; 1 is perfect"),
        new("efficiency_without_overlap", "the same where gradients are added up after the backward pass"),
        new("ratio_to_threads", "two processes by one process with two threads"),
        new("gradient_bytes", "bytes of all gradients, in single precision"),
        new("all_reduce_bytes_per_second", "gradient bytes by the time of their sum over both processes, while nothing else is done"),
        new("all_reduce_share", "that time by the time of a step without overlap"),
    ];

    public JsonObject Run(BenchmarkContext context)
    {
        var folder = Directory.CreateTempSubdirectory("scaling-benchmark-");
        try
        {
            ScalingWorker.WriteData(folder.FullName);
            var one = Measure(folder.FullName, processes: 1, threads: 1);
            var threads = Measure(folder.FullName, processes: 1, threads: 2);
            var two = Measure(folder.FullName, processes: 2, threads: 1);
            var after = Measure(folder.FullName, processes: 2, threads: 1, overlaps: false);
            // Every step has the same batch size, so that times go as the inverse of tokens a second.
            var share = after.SumSeconds * after.TokensPerSecond / ScalingWorker.TokensOfStep;
            return new()
            {
                ["tokens_per_second_one"] = one.TokensPerSecond,
                ["tokens_per_second_two_threads"] = threads.TokensPerSecond,
                ["tokens_per_second_two"] = two.TokensPerSecond,
                ["efficiency"] = two.TokensPerSecond / (2 * one.TokensPerSecond),
                ["efficiency_without_overlap"] = after.TokensPerSecond / (2 * one.TokensPerSecond),
                ["ratio_to_threads"] = two.TokensPerSecond / threads.TokensPerSecond,
                ["gradient_bytes"] = two.GradientBytes,
                ["all_reduce_bytes_per_second"] = after.GradientBytes / after.SumSeconds,
                ["all_reduce_share"] = share,
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ScalingWorker.Measured Measure(string data, int processes, int threads, bool overlaps = true)
    {
        var port = FreePort();
        var started = Enumerable.Range(0, processes).Select(Start).ToArray();
        try
        {
            var measured = started[0].StandardOutput.ReadToEnd();
            foreach (var process in started)
                process.WaitForExit();
            return started.All(process => process.ExitCode == 0)
                ? JsonSerializer.Deserialize<ScalingWorker.Measured>(measured)!
                : throw new BenchmarkException($"a process of {processes} failed; its own message is on standard error.");
        }
        finally
        {
            foreach (var process in started)
            {
                process.Kill();
                process.Dispose();
            }
        }

        Process Start(int rank)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(ScalingWorker).Assembly.Location, ScalingWorker.Word, data, overlaps.ToString()])
            {
                RedirectStandardOutput = true,
                // It ends with this process: see ScalingWorker.
                RedirectStandardInput = true,
            };
            start.Environment["OMP_NUM_THREADS"] = Text(threads);
            (start.Environment["RANK"], start.Environment["WORLD_SIZE"]) = (Text(rank), Text(processes));
            (start.Environment["MASTER_ADDR"], start.Environment["MASTER_PORT"]) = ("localhost", Text(port));
            return Process.Start(start)!;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
