using System.Globalization;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Tests;

namespace VideoPoet.Training.Tests.LanguageModel;

/// <summary>Each task can be learned through its layout: its loss on drawn tokens falls to what their entropy leaves.</summary>
public sealed class LearningTests
{
    private const double Tolerance = 0.05;

    private string _root;

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("run ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [TestCase("text-to-image", "unconditional-image")]
    [TestCase("text-to-video", "image-to-video")]
    [TestCase("video-to-audio")]
    public async Task A_family_of_tasks_is_learned_to_within_5_percent_of_its_entropy(params string[] tasks) =>
        Check(await LearnAsync(tasks, steps: 200));

    [Test, Explicit("takes minutes; prints the table of all tasks")]
    public async Task Every_built_in_task_is_learned_to_within_5_percent_of_its_entropy()
    {
        var learned = await LearnAsync([.. TinyLanguage.Tasks.Select(task => task.Name)], steps: 2_500);
        TestContext.Out.WriteLine("| task | entropy, nats | loss, nats | ratio |\n|---|---|---|---|");
        foreach (var (task, (floor, loss)) in learned)
        {
            TestContext.Out.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"| {task} | {floor:0.0000} | {loss:0.0000} | {loss / floor:0.000} |"));
        }
        Check(learned);
    }

    private static void Check(IReadOnlyDictionary<string, (double Floor, double Loss)> learned)
    {
        Assert.Multiple(() =>
        {
            foreach (var (task, (floor, loss)) in learned)
                Assert.That(loss, Is.InRange(floor * (1 - Tolerance), floor * (1 + Tolerance)), task);
        });
    }

    // The entropy and the held-out loss of each task, nats for each token that is learnt.
    private async Task<Dictionary<string, (double Floor, double Loss)>> LearnAsync(string[] tasks, long steps)
    {
        var recipe = TinyLanguage.Recipe with
        {
            Mixture = TinyLanguage.Mixture(400, tasks),
            Steps = steps,
            Accumulation = 1,
            Optimizer = new() { LearningRate = 1e-2, Beta2 = 0.98, WeightDecay = 0.01 },
            Schedule = new() { Warmup = 20, Final = new(0.02) },
            MovingAverage = 0.98,
            Evaluation = new() { Every = steps, Batches = 12 },
            Checkpoints = new() { Folder = "unused", Every = steps },
        };
        var drawn = TinyLanguage.WriteData(recipe, Path.Combine(_root, "data"), entries: 1_200);
        using var opened = TinyLanguage.Open(recipe, Path.Combine(_root, "data"));
        var result = await TinyLanguage.RunAsync(Path.Combine(_root, "run"), opened.Trainee, recipe);
        return tasks.ToDictionary(task => task, task => (
            FloorOf(opened.Trainee.Plan, task, drawn), result.Evaluation.Single(figure => figure.Name == $"held_out_loss/{task}").Value));
    }

    // Of the forms as they are drawn; the markers, of which each can be only one, are not counted as tokens that are learnt.
    private static double FloorOf(MixturePlan plan, string task, SyntheticTokens drawn)
    {
        var forms = plan.Stages.SelectMany(stage => stage.Variants).Where(variant => variant.Entry == task).ToArray();
        return forms.Sum(form => form.Probability * drawn.Floor(form.Layout) * form.Layout.TargetCount)
            / forms.Sum(form => form.Probability * TargetRun.Of([form.Layout]).Sum(run => run.Length));
    }
}
