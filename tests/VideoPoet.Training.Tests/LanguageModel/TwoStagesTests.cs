using System.Globalization;
using System.Text.Json.Nodes;
using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.LanguageModel;

/// <summary>The paper's mixture in two stages (§4.2), as the log of a run of 2,000 steps has it.</summary>
public sealed class TwoStagesTests
{
    private const int Steps = 2_000;
    private const double Tolerance = 0.01;

    private string _root;

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("run ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task A_run_takes_each_length_group_within_one_percent_of_the_schedule_and_pads_nothing()
    {
        var recipe = TinyLanguage.Recipe with
        {
            Model = TinyLanguage.Smallest,
            Mixture = ReadMixture(),
            Steps = Steps,
            Accumulation = 1,
            MovingAverage = null,
            Evaluation = new() { Every = Steps, Batches = 1 },
            Checkpoints = new() { Folder = "unused", Every = Steps },
        };
        TinyLanguage.WriteData(recipe, Path.Combine(_root, "data"));
        using var opened = TinyLanguage.Open(recipe, Path.Combine(_root, "data"));
        await TinyLanguage.RunAsync(Path.Combine(_root, "run"), opened.Trainee, recipe);

        var log = TinyLanguage.StepsIn(Path.Combine(_root, "run")).ToArray();
        Assert.That(log, Has.Length.EqualTo(Steps));
        Assert.That(log.Select(step => (double)step["padding"]!), Has.All.Zero);
        var stages = opened.Trainee.Plan.Stages;
        Check(stages[0], log[..(Steps / 4)], images: 0.9);
        Check(stages[1], log[(Steps / 4)..], images: 0.1);
    }

    private static void Check(StagePlan stage, JsonObject[] log, double images)
    {
        var taken = log.CountBy(step => GroupOf(stage, step).Lengths).ToDictionary();
        Assert.Multiple(() =>
        {
            foreach (var group in stage.Groups)
                Compare($"{group.Lengths.PrefixLength} + {group.Lengths.OutputLength} in {group.Lengths.Format}", taken.GetValueOrDefault(group.Lengths), group.Probability);
            Compare("all images", taken.Where(group => group.Key.Format == "tiny-image").Sum(group => group.Value), images);
        });

        void Compare(string name, int steps, double scheduled)
        {
            var share = steps / (double)log.Length;
            TestContext.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{stage.Name}: {name}: {share:P2} of the steps, {scheduled:P2} scheduled"));
            Assert.That(share, Is.EqualTo(scheduled).Within(Tolerance), $"{stage.Name}: {name}");
        }
    }

    // The log has the tasks of a step and its positions, which belong to one group.
    private static GroupPlan GroupOf(StagePlan stage, JsonObject step)
    {
        string[] tasks = [.. step.Select(figure => figure.Key).Where(name => name.StartsWith("loss/", StringComparison.Ordinal)).Select(name => name[5..])];
        return stage.Groups.Single(group =>
            group.Batch * group.Lengths.Length == (int)step["tokens"]! && tasks.All(task => group.Variants.Any(variant => variant.Entry == task)));
    }

    // Few output tokens a step, for 2,000 of them in little time.
    private static MixtureSpec ReadMixture() => new SpecReader(TinyLanguage.Catalog).ReadMixture(
        Path.Join(AppContext.BaseDirectory, "task-specs", "mixtures", "pretrain.yaml"),
        SpecOverrides.Parse(
        [
            "formats:tiny-image:width=16", "formats:tiny-image:height=16", "formats:tiny-image:frames=1",
            "formats:tiny-17:width=16", "formats:tiny-17:height=16", "formats:tiny-17:frames=17", "tokenBudget=70",
        ]));
}
