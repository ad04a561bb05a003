using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using VideoPoet.Specs;
using VideoPoet.Torch;
using VideoPoet.Training.Distributed;

namespace VideoPoet.Training.Tests.Support;

/// <summary>Runs of <see cref="SharedTrainee"/> in several processes, or in threads that stand for them.</summary>
internal static class SharedRun
{
    /// <summary>The first argument of a second process that shares a run.</summary>
    public const string Word = "share";

    public const int Failed = 1;

    public static FeatureNetworkRecipeSpec Recipe { get; } =
        TinyRun.Recipe with { Steps = 30, Evaluation = new() { Every = 10, Batches = 1 }, Checkpoints = new() { Folder = "unused", Every = 4 } };

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Joins two processes that stand on two threads of this one.</summary>
    public static Task<IProcessGroup[]> PairAsync()
    {
        var port = FreePort();
        return Task.WhenAll(new[] { 0, 1 }.Select(rank => Task.Run(() => Join(rank, port))));
    }

    public static IProcessGroup Join(int rank, int port) => ProcessGroup.Join(new()
    {
        Rank = rank, Size = 2, Port = port, BeatEvery = TimeSpan.FromMilliseconds(100), JoinTimeout = TimeSpan.FromSeconds(60),
    });

    /// <summary>Runs one process's part of a run, or the whole of it.</summary>
    public static async Task<RunResult> RunAsync(
        IProcessGroup group, SharedTrainee trainee, DataParallel parallel, string folder, FeatureNetworkRecipeSpec? recipe = null,
        Action<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        recipe ??= Recipe;
        var configuration = RunConfiguration.Of(recipe);
        return await DataParallelRun.RunAsync(
            parallel, trainee, RunPlan.Of(recipe), configuration, () => RunFolder.Open(folder, configuration), new Told(progress), cancellationToken);
    }

    /// <summary>Runs in two threads that stand for processes; the second begins with other weights.</summary>
    /// <returns>What both learned: rank 0's trainee first; the caller disposes of them.</returns>
    public static async Task<SharedTrainee[]> RunPairAsync(
        string folder, DataParallelOptions? options = null, OptimizerSpec? optimizer = null, FeatureNetworkRecipeSpec? recipe = null,
        Func<int, Action<TrainingProgress>?>? progress = null, CancellationToken stopSecond = default, Func<int, Func<long, double>>? lossFactor = null)
    {
        var groups = await PairAsync();
        try
        {
            return await Task.WhenAll(groups.Select(group => Task.Run(async () =>
            {
                var parallel = new DataParallel(group, options);
                var trainee = new SharedTrainee(parallel, optimizer, seed: 3 + group.Rank) { LossFactor = lossFactor?.Invoke(group.Rank) ?? (_ => 1) };
                await RunAsync(group, trainee, parallel, folder, recipe, progress?.Invoke(group.Rank), group.Rank == 1 ? stopSecond : default);
                return trainee;
            })));
        }
        finally
        {
            foreach (var group in groups.Reverse())
                group.Dispose();
        }
    }

    /// <summary>Runs alone, to the end.</summary>
    public static async Task<SharedTrainee> RunAloneAsync(string folder, OptimizerSpec? optimizer = null, FeatureNetworkRecipeSpec? recipe = null)
    {
        using var group = new SingleProcess();
        var trainee = new SharedTrainee(optimizer: optimizer);
        await RunAsync(group, trainee, new(group), folder, recipe);
        return trainee;
    }

    /// <summary>Starts a process of two.</summary>
    public static Process Start(int rank, int port, string folder, bool sharded = true, long steps = 30) => Process.Start(
        new ProcessStartInfo(
            "dotnet",
            [typeof(SharedRun).Assembly.Location, Word, folder, sharded.ToString(), steps.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["RANK"] = rank.ToString(CultureInfo.InvariantCulture),
                ["WORLD_SIZE"] = "2",
                ["MASTER_ADDR"] = "localhost",
                ["MASTER_PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["OMP_NUM_THREADS"] = "1",
            },
        })!;

    /// <summary>The program of a process of two; prints how it ended.</summary>
    public static async Task<int> MainAsync(string[] arguments)
    {
        using var group = ProcessGroup.Join(ProcessEnvironment.Read());
        var parallel = new DataParallel(group, new() { ShardsOptimizer = bool.Parse(arguments[1]) });
        using var trainee = new SharedTrainee(parallel, seed: 3 + group.Rank);
        var recipe = Recipe with { Steps = int.Parse(arguments[2], CultureInfo.InvariantCulture) };
        try
        {
            var result = await RunAsync(group, trainee, parallel, arguments[0], recipe, Print);
            Console.WriteLine($"ended after step {result.Step}");
            return 0;
        }
        catch (TrainingException exception)
        {
            Console.WriteLine(exception.Message);
            return Failed;
        }

        static void Print(TrainingProgress told)
        {
            if (told is StepTaken step)
                Console.WriteLine(step.Step.ToString(CultureInfo.InvariantCulture));
        }
    }

    private sealed class Told(Action<TrainingProgress>? tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell?.Invoke(value);
    }
}
