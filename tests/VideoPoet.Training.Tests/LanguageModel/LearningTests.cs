using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Specs;
using VideoPoet.Tests;

namespace VideoPoet.Training.Tests.LanguageModel;

/// <summary>Each task can be learned through its layout: its loss on drawn tokens falls to what their entropy leaves.</summary>
public sealed class LearningTests
{
    private const double Tolerance = 0.05;

    // Normed queries and keys of 16 numbers begin with scores of 4 at most, too little to pick one of a hundred positions; 48 numbers give 7.
    private static readonly LanguageModelSpec Sizes =
        TinyLanguage.Model.LanguageModel with { Width = 96, Heads = 2, FeedForward = 192, QueryKeyNorm = true };

    private string _root;

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("run ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    // The fewest output tokens a step that do: the slot for text makes sequences long.
    [TestCase("text-to-image", 80)]
    [TestCase("unconditional-image", 80)]
    [TestCase("text-to-video", 240)]
    [TestCase("image-to-video", 240)]
    [TestCase("unconditional-video", 240)]
    [TestCase("inpainting", 240)]
    [TestCase("outpainting", 240)]
    [TestCase("stylization", 240)]
    [TestCase("audio-to-video", 150)]
    [TestCase("video-to-audio", 400)]
    public async Task A_task_is_learned_to_within_5_percent_of_its_entropy(string task, int tokenBudget) =>
        Check(await LearnAsync([task], tokenBudget, steps: 200));

    // What is to be copied is noise, so that a model that does not copy is far from the entropy, and sees that it is.
    [TestCase("frame-prediction", 5)]
    [TestCase("audio-video-continuation", 1)]
    public async Task A_task_learns_to_copy_what_its_prefix_holds(string task, int leadingFrames) =>
        Check(await LearnAsync([task], tokenBudget: 400, steps: 300, leadingFrames));

    private static void Check(IReadOnlyDictionary<string, (double Floor, double Loss)> learned)
    {
        Assert.Multiple(() =>
        {
            foreach (var (task, (floor, loss)) in learned)
            {
                TestContext.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{task}: {loss:0.0000} nats of {floor:0.0000}, {loss / floor:0.000}"));
                Assert.That(loss, Is.InRange(floor * (1 - Tolerance), floor * (1 + Tolerance)), task);
            }
        });
    }

    // The entropy and the held-out loss of each task, nats for each token that is learnt.
    private async Task<Dictionary<string, (double Floor, double Loss)>> LearnAsync(
        string[] tasks, int tokenBudget, long steps, int? noisyFrames = null)
    {
        var recipe = TinyLanguage.Recipe with
        {
            Model = TinyLanguage.Model with { LanguageModel = Sizes },
            Mixture = TinyLanguage.Mixture(tokenBudget, tasks),
            Steps = steps,
            Accumulation = 1,
            Optimizer = new() { LearningRate = 5e-3, Beta2 = 0.98, WeightDecay = 0.01 },
            Schedule = new() { Warmup = 20, Final = new(0.02) },
            MovingAverage = 0.98,
            Evaluation = new() { Every = steps, Batches = 12 },
            Checkpoints = new() { Folder = "unused", Every = steps },
        };
        var drawn = TinyLanguage.WriteData(recipe, Path.Combine(_root, "data"), entries: 1_200, noisyFrames: noisyFrames);
        using var opened = TinyLanguage.Open(recipe, Path.Combine(_root, "data"));
        var result = await TinyLanguage.RunAsync(Path.Combine(_root, "run"), opened.Trainee, recipe);
        var floors = FloorsOf(new HeldOutBatches(opened.Trainee.Plan, opened.Datasets, recipe.Evaluation.Batches), drawn);
        return tasks.ToDictionary(task => task, task => (
            floors[task], result.Evaluation.Single(figure => figure.Name == $"held_out_loss/{task}").Value));
    }

    // What the distribution that tokens were drawn from costs on the very sequences that are measured, so that their chance has no say.
    private static Dictionary<string, double> FloorsOf(HeldOutBatches heldOut, SyntheticTokens drawn)
    {
        var sums = new Dictionary<string, (double Loss, long Tokens)>();
        foreach (var draw in heldOut.Draws)
        {
            using var batch = BatchReader.Read(draw);
            var ids = batch.Sequences!.Ids.data<long>().ToArray().Select(id => (int)id).Chunk(draw.Lengths.Length).ToArray();
            foreach (var (place, row) in batch.Rows.Index())
            {
                var (loss, tokens) = sums.GetValueOrDefault(row.Variant.Entry);
                var layout = row.Variant.Layout;
                sums[row.Variant.Entry] = (loss + drawn.Loss(layout, layout.Parse(ids[place])) * row.Targets, tokens + row.Targets);
            }
        }
        return sums.ToDictionary(entry => entry.Key, entry => entry.Value.Loss / entry.Value.Tokens);
    }
}
