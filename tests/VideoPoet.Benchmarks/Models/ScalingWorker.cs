using System.Diagnostics;
using System.Text.Json;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Discovery;
using VideoPoet.Specs;
using VideoPoet.Tasks.Generation;
using VideoPoet.Tests;
using VideoPoet.Torch;
using VideoPoet.Training.Distributed;
using VideoPoet.Training.LanguageModels;
using static TorchSharp.torch;

namespace VideoPoet.Benchmarks.Models;

/// <summary>One of the processes that train the mini model together: this program, started by <see cref="ScalingBenchmark"/>.</summary>
internal static class ScalingWorker
{
    /// <summary>The first argument of such a process; the data folder and whether sums overlap the backward pass follow.</summary>
    public const string Word = "scaling-worker";

    private const int WarmUp = 1, Steps = 4, Sums = 8, Entries = 40, Batch = 8;

    private static readonly TrainCase s_mini = TrainCase.Mini();

    // One length group, so that all steps are alike.
    private static readonly LanguageModelRecipeSpec s_recipe = new()
    {
        Model = s_mini.Model,
        Mixture = new()
        {
            TokenBudget = Batch * s_mini.Layout.OutputLength,
            Formats = new Dictionary<string, FormatSpec> { [s_mini.Format.Name] = new() { Width = 64, Height = 64, Frames = 17 } },
            Tasks = new Dictionary<string, MixtureTaskSpec> { ["text-to-video"] = new() { Data = "clips" } },
            Data = new Dictionary<string, DataSourceSpec> { ["clips"] = new() { Shards = "clips" } },
        },
        Weights = new() { VideoTokenizer = "unused" },
        Steps = WarmUp + Steps,
        Seed = 1,
        Precision = Precision.Fp32,
        Optimizer = new() { LearningRate = 1e-3 },
        Schedule = new() { Warmup = 0 },
        Evaluation = new() { Every = WarmUp + Steps, Batches = 1 },
        Checkpoints = new() { Folder = "unused", Every = WarmUp + Steps },
        Samples = 0,
    };

    /// <summary>The positions of a step, of all processes.</summary>
    public static int TokensOfStep => Batch * s_mini.Layout.Length;

    /// <summary>Writes the drawn tokens that all processes read.</summary>
    /// <param name="folder">The data folder.</param>
    public static void WriteData(string folder) =>
        new SyntheticTokens(s_mini.Vocabulary) { TextWidth = s_mini.Model.TextEncoder.Width }.Write(Plan(), folder, Entries);

    /// <summary>Takes part; rank 0 writes what it measured to standard output.</summary>
    /// <param name="arguments">What follows <see cref="Word"/>.</param>
    public static int Run(string[] arguments)
    {
        EndWithParent();
        try
        {
            TakePart(arguments);
            return 0;
        }
        catch (ProcessGroupException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    // A parent that is killed closes what this process reads.
    private static void EndWithParent() => new Thread(() =>
    {
        Console.In.ReadToEnd();
        Environment.Exit(1);
    }) { IsBackground = true }.Start();

    private static void TakePart(string[] arguments)
    {
        using var group = ProcessGroup.Join(ProcessEnvironment.Read());
        var parallel = group.Size > 1 ? new DataParallel(group, new() { Overlaps = bool.Parse(arguments[1]) }) : null;
        var plan = Plan();
        using var datasets = MixtureDatasets.Open(plan, arguments[0]);
        using var trainee = new LanguageModelTrainee(s_recipe, plan, s_mini.Vocabulary, datasets, parallel);
        var best = Enumerable.Range(0, WarmUp + Steps)
            .Select(step => trainee.Step(new(step, WarmUp + Steps, s_recipe.Seed)).Single(figure => figure.Name == "tokens_per_second").Value)
            .Skip(WarmUp).Max();
        var numbers = trainee.Model.parameters().Sum(parameter => parameter.numel());
        var sums = parallel is null ? 0 : SecondsOfSum(group, numbers, parallel.Options.BucketBytes);
        if (group.Rank == 0)
            Console.Out.WriteLine(JsonSerializer.Serialize(new Measured(best, sizeof(float) * numbers, sums)));
    }

    private static MixturePlan Plan() => MixturePlan.Create(
        s_recipe.Mixture, PluginDiscovery.Discover(new() { Assemblies = [typeof(TextToVideo).Assembly] }).Catalog, s_mini.Vocabulary);

    // The best time in which as many numbers as there are gradients are added up, in buckets as in training, and nothing else is done.
    private static double SecondsOfSum(IProcessGroup group, long numbers, long bucketBytes)
    {
        using var scope = NewDisposeScope();
        var buckets = zeros(numbers).split(bucketBytes / sizeof(float));
        var best = double.PositiveInfinity;
        for (var round = 0; round < Sums; round++)
        {
            group.Barrier();
            var start = Stopwatch.GetTimestamp();
            var sums = buckets.Select(group.BeginAllReduce).ToArray();
            foreach (var sum in sums)
            {
                using (sum)
                    sum.Wait();
            }
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return best;
    }

    /// <summary>What a group of processes measured.</summary>
    /// <param name="TokensPerSecond">Positions a second of all processes, in the best step.</param>
    /// <param name="GradientBytes">The bytes of all gradients.</param>
    /// <param name="SumSeconds">The time of their sum over the processes; 0 of one alone.</param>
    internal sealed record Measured(double TokensPerSecond, long GradientBytes, double SumSeconds);
}
