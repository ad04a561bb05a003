using VideoPoet.Models.FlowDepth;
using VideoPoet.Specs;
using VideoPoet.Training.FlowDepth;

namespace VideoPoet.Training.Tests.FlowDepth;

public sealed class FlowDepthTraineeTests
{
    private static readonly FlowDepthRecipeSpec s_recipe = new()
    {
        Data = new() { Source = "toybox:clips=64,seed=2", Sizes = [new() { Width = 16, Height = 16 }, new() { Width = 16, Height = 24 }] },
        Batch = 8,
        Channels = [8, 8],
        Steps = 120,
        Seed = 5,
        Precision = Precision.Fp32,
        Optimizer = new() { LearningRate = 5e-3, WeightDecay = 0 },
        Schedule = new() { Warmup = 5 },
        MovingAverage = 0.9,
        Evaluation = new() { Every = 120, Batches = 2 },
        Checkpoints = new() { Folder = "runs/flow-depth", Every = 120 },
    };

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("videopoet-flow-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Steps_make_errors_smaller_and_the_exported_weights_can_be_loaded()
    {
        using var trainee = new FlowDepthTrainee(s_recipe);
        var before = await trainee.EvaluateAsync(0, _folder.FullName, CancellationToken.None);

        for (var step = 0; step < s_recipe.Steps; step++)
            Step(trainee, step);
        var after = await trainee.EvaluateAsync(s_recipe.Steps, _folder.FullName, CancellationToken.None);
        trainee.Export(_folder.FullName);

        foreach (var name in new[] { "object_depth_error", "soft_object_depth_error", "background_flow_error", "last_background_depth_error" })
            Assert.That(Value(after, name), Is.LessThan(Value(before, name) * 0.8), name);
        Assert.That(Value(after, "object_flow"), Is.EqualTo(Value(before, "object_flow")), "the same clips each time");
        Assert.That(File.Exists(Path.Combine(_folder.FullName, "estimates.png")), Is.True);
        using var estimator = FlowDepthFile.Load(Path.Combine(_folder.FullName, FlowDepthTrainee.WeightFileName));
        Assert.That(estimator.Stride, Is.EqualTo(4));
    }

    [Test]
    public void The_same_steps_give_the_same_weights()
    {
        using var one = new FlowDepthTrainee(s_recipe);
        using var other = new FlowDepthTrainee(s_recipe);

        for (var step = 0; step < 3; step++)
            Step(one, step);
        for (var step = 0; step < 3; step++)
            Step(other, step);

        var pairs = one.Parts.Modules["network"].parameters().Zip(other.Parts.Modules["network"].parameters());
        Assert.That(pairs.All(pair => pair.First.eq(pair.Second).all().ToBoolean()), Is.True);
    }

    [Test]
    public void A_step_leaves_nothing_behind()
    {
        using var trainee = new FlowDepthTrainee(s_recipe);
        Step(trainee, 0); // makes the optimiser's state
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        Step(trainee, 1);

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void Clips_whose_flow_nobody_knows_are_refused() => Assert.That(
        () => new FlowDepthTrainee(s_recipe with { Data = s_recipe.Data with { Source = "my-videos" } }),
        Throws.ArgumentException.With.Message.StartsWith("'my-videos' does not name clips of Toybox"));

    private static IReadOnlyList<Figure> Step(FlowDepthTrainee trainee, long step)
    {
        manual_seed(step);
        return trainee.Step(new(step, s_recipe.Steps, s_recipe.Seed));
    }

    private static double Value(IEnumerable<Figure> figures, string name) => figures.Single(figure => figure.Name == name).Value;
}
