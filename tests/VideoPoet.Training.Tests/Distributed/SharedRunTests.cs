using System.Text.Json.Nodes;
using VideoPoet.Specs;
using VideoPoet.Training.Distributed;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.Distributed;

/// <summary>Several processes learn what one learns, whatever they share and however often they are stopped. Threads stand for processes here.</summary>
public sealed class SharedRunTests
{
    // Sums over rows are added in another order: a few last bits of single precision, which steps carry on.
    private const double Tolerance = 1e-5;

    private static readonly OptimizerSpec s_adafactor = new() { Kind = OptimizerKind.Adafactor, LearningRate = 1e-2, ClipNorm = 0.5 };

    private readonly List<SharedTrainee> _trainees = [];
    private string _root;

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("shared ").FullName;

    [TearDown]
    public void CleanUp()
    {
        _trainees.ForEach(trainee => trainee.Dispose());
        _trainees.Clear();
        Directory.Delete(_root, recursive: true);
    }

    [TestCase(true, 1, true, false)]
    [TestCase(false, 400, true, false)]
    [TestCase(true, 25 << 20, false, true)]
    public async Task Two_processes_learn_what_one_learns(bool sharded, long bucketBytes, bool overlaps, bool adafactor)
    {
        var optimizer = adafactor ? s_adafactor : null;
        var alone = await AloneAsync("alone", optimizer);
        var (first, second) = await PairAsync(
            "pair", new() { ShardsOptimizer = sharded, BucketBytes = bucketBytes, Overlaps = overlaps }, optimizer);

        Assert.That(first.Losses, Is.EqualTo(alone.Losses).Within(Tolerance));
        Assert.That(second.Losses, Is.EqualTo(first.Losses));
        Assert.That(first.Losses[^1], Is.LessThan(first.Losses[0]), "it must learn");
        Assert.That(first.Weights(), Is.EqualTo(alone.Weights()).Within(Tolerance));
        Assert.That(second.Weights(), Is.EqualTo(first.Weights()), "the last bit");
        Assert.That(
            first.Remembered() + second.Remembered(),
            sharded ? Is.EqualTo(first.Numbers()) : Is.EqualTo(2 * first.Numbers()));
    }

    [TestCase(true, false)]
    [TestCase(false, false)]
    [TestCase(true, true)]
    public async Task A_run_goes_on_with_another_number_of_processes(bool sharded, bool adafactor)
    {
        var optimizer = adafactor ? s_adafactor : null;
        var options = new DataParallelOptions { ShardsOptimizer = sharded };
        var alone = await AloneAsync("alone", optimizer);
        var ten = SharedRun.Recipe with { Steps = 10 };
        var twenty = SharedRun.Recipe with { Steps = 20 };

        await PairAsync("changing", options, optimizer, ten);
        await AloneAsync("changing", optimizer, twenty);
        var (first, second) = await PairAsync("changing", options, optimizer);

        Assert.That(LossesOf("changing"), Is.EqualTo(alone.Losses).Within(Tolerance));
        Assert.That(first.Weights(), Is.EqualTo(alone.Weights()).Within(Tolerance));
        Assert.That(second.Weights(), Is.EqualTo(first.Weights()));
    }

    [Test]
    public async Task A_checkpoint_has_the_same_files_of_the_same_size_as_that_of_one_process()
    {
        await AloneAsync("alone");
        await PairAsync("pair");

        Assert.That(Files("pair"), Is.EqualTo(Files("alone")));

        (string, long)[] Files(string run) => [.. new DirectoryInfo(Path.Combine(In(run), "checkpoints", "step-000000030")).GetFiles()
            .Where(file => file.Extension != ".json").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => (file.Name, file.Length))];
    }

    [Test]
    public async Task Whichever_process_is_asked_to_stop_all_stop_after_the_same_step()
    {
        using var stop = new CancellationTokenSource();
        var (first, second) = await PairAsync("pair", progress: rank => told =>
        {
            if (told is StepTaken { Step: 7 })
                stop.Cancel();
        }, stopSecond: stop.Token);

        Assert.That(first.Losses, Has.Count.GreaterThanOrEqualTo(7).And.Count.LessThan(10));
        Assert.That(second.Losses, Is.EqualTo(first.Losses));
        Assert.That(Directory.GetDirectories(Path.Combine(In("pair"), "checkpoints")), Has.Some.EndsWith($"step-{first.Losses.Count:D9}"));
    }

    [Test]
    public async Task A_loss_that_is_not_finite_in_one_process_leaves_the_update_out_in_all()
    {
        var (first, second) = await PairAsync("pair", lossFactor: rank => step => rank == 1 && step == 4 ? double.NaN : 1);

        Assert.That(first.Applied.Index().Where(step => !step.Item).Select(step => step.Index), Is.EqualTo([4]));
        Assert.That(second.Applied, Is.EqualTo(first.Applied));
        Assert.That(second.Weights(), Is.EqualTo(first.Weights()));
    }

    [Test]
    public async Task Processes_that_were_started_with_something_else_are_told_what()
    {
        var groups = await SharedRun.PairAsync();
        var runs = groups.Select(group => Task.Run(async () =>
        {
            var parallel = new DataParallel(group);
            using var trainee = new SharedTrainee(parallel);
            var recipe = SharedRun.Recipe with
            {
                Seed = 7 + group.Rank, Checkpoints = SharedRun.Recipe.Checkpoints with { Folder = $"run-{group.Rank}" },
            };
            await SharedRun.RunAsync(group, trainee, parallel, In("pair"), recipe);
        })).ToArray();

        foreach (var run in runs)
        {
            var exception = await Assert.ThrowsAsync<TrainingException>(() => run);
            Assert.That(exception!.Message, Is.EqualTo("the processes were not started with the same: seed is 8 for rank 1, 7 for rank 0."));
        }
        Assert.That(Directory.Exists(In("pair")), Is.False);
        foreach (var group in groups)
            group.Dispose();
    }

    private string In(string name) => Path.Combine(_root, name);

    private async Task<SharedTrainee> AloneAsync(string folder, OptimizerSpec? optimizer = null, FeatureNetworkRecipeSpec? recipe = null)
    {
        var trainee = await SharedRun.RunAloneAsync(In(folder), optimizer, recipe);
        _trainees.Add(trainee);
        return trainee;
    }

    private async Task<(SharedTrainee First, SharedTrainee Second)> PairAsync(
        string folder, DataParallelOptions? options = null, OptimizerSpec? optimizer = null, FeatureNetworkRecipeSpec? recipe = null,
        Func<int, Action<TrainingProgress>?>? progress = null, CancellationToken stopSecond = default, Func<int, Func<long, double>>? lossFactor = null)
    {
        var pair = await SharedRun.RunPairAsync(In(folder), options, optimizer, recipe, progress, stopSecond, lossFactor);
        _trainees.AddRange(pair);
        return (pair[0], pair[1]);
    }

    private double[] LossesOf(string run) => [.. File.ReadLines(Path.Combine(In(run), "log.jsonl"))
        .Select(line => JsonNode.Parse(line)!).Where(line => (string)line["event"]! == "step").Select(line => (double)line["loss"]!)];
}
