using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Media;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Perceptual;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.Perceptual;

public sealed class FeatureNetworkTraineeTests
{
    private const int Images = 48;

    private static readonly FeatureNetworkRecipeSpec s_recipe = new()
    {
        Data = new() { Source = "pictures", Width = 24, Height = 24, Margin = 1 },
        Batch = 16,
        Channels = [8, 16],
        Steps = 60,
        Seed = 5,
        Precision = Precision.Fp32,
        Optimizer = new() { LearningRate = 5e-3, WeightDecay = 0 },
        Schedule = new() { Warmup = 5 },
        MovingAverage = 0.9,
        Evaluation = new() { Every = 60, Batches = 8 },
        Checkpoints = new() { Folder = "runs/feature-network", Every = 60 },
    };

    private DirectoryInfo _folder = null!;
    private VideoLibrary _library = null!;

    [OneTimeSetUp]
    public async Task OpenPictures()
    {
        _folder = Directory.CreateTempSubdirectory("videopoet-features-");
        var pictures = _folder.CreateSubdirectory("pictures");
        foreach (var (i, frames) in Frames().Index())
            await MediaWriter.WritePictureAsync(Path.Combine(pictures.FullName, $"{i}.png"), frames);
        _library = await VideoLibrary.OpenAsync(
            DatasetManifest.Read(pictures.FullName), new() { Size = new FrameSize(24, 24), HeldOut = new(0.3) },
            Path.Combine(_folder.FullName, "cache"));
    }

    [OneTimeTearDown]
    public void Delete()
    {
        _library.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Steps_remove_doubt_and_the_exported_network_answers_better_than_an_untrained_one()
    {
        using var trainee = new FeatureNetworkTrainee(s_recipe, _library);

        var doubts = Enumerable.Range(0, (int)s_recipe.Steps).Select(step => Value(Step(trainee, step), "doubt")).ToList();
        var figures = await trainee.EvaluateAsync(s_recipe.Steps, _folder.FullName, CancellationToken.None);
        trainee.Export(_folder.FullName);
        using var network = SmallFeatureNetwork.Load(Path.Combine(_folder.FullName, FeatureNetworkTrainee.WeightFileName));

        Assert.That(doubts.TakeLast(15).Average(), Is.LessThan(doubts.Take(15).Average() * 0.8));
        Assert.That(Value(figures, "taught_equal_error"), Is.GreaterThan(Value(figures, "untrained_taught_equal_error")));
        Assert.That(figures.Select(figure => figure.Name), Does.Contain("untaught_equal_error").And.Contain("squared_error_taught_strength"));
        Assert.That(figures.Select(figure => figure.Value), Has.All.InRange(0, 1));
        Assert.That(network.Channels, Is.EqualTo(s_recipe.Channels));
    }

    [Test]
    public void The_same_steps_give_the_same_weights()
    {
        using var one = new FeatureNetworkTrainee(s_recipe, _library);
        using var other = new FeatureNetworkTrainee(s_recipe, _library);

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
        using var trainee = new FeatureNetworkTrainee(s_recipe, _library);
        Step(trainee, 0); // makes the optimiser's state
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        Step(trainee, 1);

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    private static PixelFrames[] Frames()
    {
        using var scope = NewDisposeScope();
        return [.. TestPictures.Shapes(Images, 24).split(1).Select(shapes => PixelTensors.ToFrames(shapes.unsqueeze(2)))];
    }

    private static IReadOnlyList<Figure> Step(FeatureNetworkTrainee trainee, long step)
    {
        manual_seed(step);
        return trainee.Step(new(step, s_recipe.Steps, s_recipe.Seed));
    }

    private static double Value(IEnumerable<Figure> figures, string name) => figures.Single(figure => figure.Name == name).Value;
}
