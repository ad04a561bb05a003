using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Perceptual;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.Magvit2;

public sealed class VideoTokenizerTraineeTests
{
    private static readonly VideoTokenizerRecipeSpec s_withAllLosses = MovingShapes.Recipe with
    {
        Steps = 48,
        Model = MovingShapes.Recipe.Model with { VideoTokenizer = MovingShapes.Recipe.Model.VideoTokenizer with { Channels = 4 } },
        Stages = [new() { Name = "frames", Until = new(0.25), Frames = 1, Batch = 4 }, new() { Name = "clips", Frames = 5, Batch = 2 }],
        Loss = MovingShapes.Recipe.Loss with
        {
            Motion = 2,
            Perceptual = 0.1,
            Adversarial = new() { Channels = 4, From = new(0.25), GradientPenalty = 0.1 },
        },
    };

    private MovingShapes _shapes = null!;

    [OneTimeSetUp]
    public async Task Open() => _shapes = await MovingShapes.OpenAsync();

    [OneTimeTearDown]
    public void Close() => _shapes.Dispose();

    [Test]
    public async Task Sixty_four_steps_on_moving_shapes_raise_the_signal_to_noise_ratio_by_several_decibels()
    {
        using var trainee = new VideoTokenizerTrainee(MovingShapes.Recipe, _shapes.Library);
        var before = await EvaluateAsync(trainee, 0);

        Train(trainee, MovingShapes.Recipe);

        var after = await EvaluateAsync(trainee, MovingShapes.Recipe.Steps);
        TestContext.Out.WriteLine($"{before["psnr_db"]:0.0} dB before, {after["psnr_db"]:0.0} dB after; {after["code_perplexity"]:0.0} codes");
        Assert.Multiple(() =>
        {
            Assert.That(after["psnr_db"], Is.GreaterThan(before["psnr_db"] + 4));
            Assert.That(after["code_perplexity"], Is.GreaterThan(2));
            Assert.That(after["psnr_db_lowest"], Is.LessThanOrEqualTo(after["psnr_db"]));
        });
    }

    [Test]
    public void Going_from_frames_to_clips_inflates_the_filters_and_leaves_frames_as_they_were([Values] bool overAStageWithoutSteps)
    {
        using var scope = NewDisposeScope();
        // A learning rate so small that the first step with clips is nothing but the inflation.
        var clips = MovingShapes.Recipe.Stages[1] with { LearningRate = 1e-12 };
        // Its share of the run is less than half a step.
        var none = clips with { Name = "none", Until = new(0.755) };
        var recipe = MovingShapes.Recipe with
        {
            Stages = overAStageWithoutSteps ? [MovingShapes.Recipe.Stages[0], none, clips] : [MovingShapes.Recipe.Stages[0], clips],
        };
        var last = recipe.StageStarts()[^1];
        Assert.That(last, Is.EqualTo(48));
        using var trainee = new VideoTokenizerTrainee(recipe, _shapes.Library);
        Train(trainee, recipe, to: last);
        var frame = _shapes.Library.Draw(1, 1, 1, 1);
        var before = trainee.Tokenizer.call(frame).Pixels.detach();
        var filter = trainee.Tokenizer.get_parameter("encoder.conv_in.conv_1.weight")!;
        Assert.That(filter.narrow(2, 0, 2).abs().max().ToDouble(), Is.GreaterThan(1e-3), "nothing has touched the earlier slices yet");

        Train(trainee, recipe, from: last, to: last + 1);

        var after = trainee.Tokenizer.call(frame).Pixels.detach();
        Assert.That((after - before).abs().max().ToDouble(), Is.LessThan(1e-4));
        Assert.That(filter.narrow(2, 0, 2).abs().max().ToDouble(), Is.LessThan(1e-9));
        var average = trainee.Parts.Modules["average"].state_dict()["encoder/conv_in/conv_1/weight"];
        Assert.That(average.narrow(2, 0, 2).abs().max().ToDouble(), Is.LessThan(1e-9), "the average is inflated too");
    }

    [Test]
    public void All_losses_together_train_stably_and_the_discriminator_tells_real_clips_from_decoded_ones()
    {
        using var features = new SmallFeatureNetwork([4, 8]);
        using var trainee = new VideoTokenizerTrainee(s_withAllLosses, _shapes.Library, features);

        var steps = Train(trainee, s_withAllLosses);

        var late = steps.TakeLast(12).ToList();
        var (real, decoded) = (late.Average(step => step["real_logit"]), late.Average(step => step["decoded_logit"]));
        TestContext.Out.WriteLine(
            $"logits: real {real:0.000}, decoded {decoded:0.000}; "
            + $"reconstruction {steps[12]["reconstruction"]:0.000} → {late[^1]["reconstruction"]:0.000}");
        Assert.Multiple(() =>
        {
            Assert.That(steps.SelectMany(step => step.Values), Is.All.Matches<double>(double.IsFinite));
            Assert.That(steps.Any(step => step.ContainsKey(Figure.SkippedUpdates)), Is.False);
            Assert.That(steps[11].ContainsKey("adversarial"), Is.False, "it begins at a quarter of the run");
            Assert.That(steps[12].ContainsKey("adversarial"), Is.True);
            Assert.That(real, Is.GreaterThan(decoded + 0.02));
            Assert.That(late.Average(step => step["reconstruction"]), Is.LessThan(steps.Take(6).Average(step => step["reconstruction"])));
        });
    }

    [Test]
    public async Task A_run_with_all_losses_that_was_stopped_goes_on_as_if_it_had_not_been()
    {
        var recipe = s_withAllLosses with { Steps = 8, Optimizer = s_withAllLosses.Optimizer with { SpikeAbove = 50 } };
        using var features = new SmallFeatureNetwork([4, 8]);
        using var whole = new VideoTokenizerTrainee(recipe, _shapes.Library, features);
        await RunAsync(whole, recipe, "whole", stopAfter: null);
        Assert.That(whole.Parts.Modules.Keys, Is.SupersetOf(new[] { "tokenizer-guard", "discriminator_5-guard" }));

        // Once before the step that inflates, once among the clips.
        foreach (var stopAfter in new long[] { 2, 5 })
        {
            using (var first = new VideoTokenizerTrainee(recipe, _shapes.Library, features))
                Assert.That(await RunAsync(first, recipe, $"stopped{stopAfter}", stopAfter), Is.EqualTo(stopAfter));
            using var second = new VideoTokenizerTrainee(recipe, _shapes.Library, features);
            Assert.That(await RunAsync(second, recipe, $"stopped{stopAfter}", stopAfter: null), Is.EqualTo(recipe.Steps));
            Assert.That(MovingShapes.Fingerprint(second.Parts), Is.EqualTo(MovingShapes.Fingerprint(whole.Parts)), $"stopped after {stopAfter}");
        }
    }

    [Test]
    public void A_run_turns_where_stages_and_the_discriminator_begin()
    {
        using var features = new SmallFeatureNetwork([4, 8]);
        using var trainee = new VideoTokenizerTrainee(s_withAllLosses, _shapes.Library, features);

        Assert.That(trainee.Turns(80), Is.EqualTo(new Turn[] { new("adversarial", 20), new("frames", 0), new("clips", 20) }));
    }

    [Test]
    public void What_is_exported_is_the_average_and_loads_into_a_tokenizer_of_its_sizes()
    {
        using var scope = NewDisposeScope();
        using var trainee = new VideoTokenizerTrainee(MovingShapes.Recipe, _shapes.Library);
        Train(trainee, MovingShapes.Recipe, to: 4);
        var folder = _shapes.NewFolder("export");

        trainee.Export(folder);

        using var loaded = new VideoTokenizer(MovingShapes.Recipe.Model.VideoTokenizer);
        using (var file = WeightFile.Open(Path.Combine(folder, "video-tokenizer.safetensors")))
            KeyMap.SameNames.Load(file, loaded);
        var exported = loaded.get_parameter("decoder.conv_out.conv_1.bias")!;
        var average = trainee.Parts.Modules["average"].state_dict()["decoder/conv_out/conv_1/bias"];
        Assert.Multiple(() =>
        {
            Assert.That(exported.eq(average).all().ToBoolean(), Is.True);
            Assert.That(exported.eq(trainee.Tokenizer.get_parameter("decoder.conv_out.conv_1.bias")!).all().ToBoolean(), Is.False);
            Assert.That(
                File.ReadAllText(Path.Combine(folder, "video-tokenizer.yaml")),
                Does.Contain("multipliers: [1, 2, 2, 2]\n").And.Contain("bits: 8\n"));
        });
    }

    [Test]
    public void Steps_keep_no_tensors()
    {
        var recipe = s_withAllLosses with { Steps = 6 };
        using var features = new SmallFeatureNetwork([4, 8]);
        using var trainee = new VideoTokenizerTrainee(recipe, _shapes.Library, features);
        Train(trainee, recipe, to: 4); // optimisers make their state
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        Train(trainee, recipe, from: 4);

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void A_perceptual_loss_without_anything_to_look_through_is_refused()
    {
        Assert.That(
            () => new VideoTokenizerTrainee(s_withAllLosses, _shapes.Library),
            Throws.ArgumentException.With.Message.Contains("needs a feature network"));
    }

    private static List<Dictionary<string, double>> Train(
        VideoTokenizerTrainee trainee, VideoTokenizerRecipeSpec recipe, long from = 0, long? to = null)
    {
        var steps = new List<Dictionary<string, double>>();
        for (var step = from; step < (to ?? recipe.Steps); step++)
            steps.Add(trainee.Step(new(step, recipe.Steps, recipe.Seed)).ToDictionary(figure => figure.Name, figure => figure.Value));
        return steps;
    }

    private async Task<Dictionary<string, double>> EvaluateAsync(VideoTokenizerTrainee trainee, long step)
    {
        var folder = _shapes.NewFolder($"evaluation{step}");
        var figures = await trainee.EvaluateAsync(step, folder, default);
        Assert.That(File.Exists(Path.Combine(folder, "reconstructions.png")), Is.True);
        return figures.ToDictionary(figure => figure.Name, figure => figure.Value);
    }

    private async Task<long> RunAsync(VideoTokenizerTrainee trainee, VideoTokenizerRecipeSpec recipe, string name, long? stopAfter)
    {
        using var cancellation = new CancellationTokenSource();
        using var folder = RunFolder.Open(_shapes.NewFolder(name), RunConfiguration.Of(recipe));
        var told = new Stopping(stopAfter, cancellation);
        return (await TrainingLoop.RunAsync(trainee, RunPlan.Of(recipe), folder, told, cancellation.Token)).Step;
    }

    private sealed class Stopping(long? after, CancellationTokenSource cancellation) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value is StepTaken step && step.Step == after)
                cancellation.Cancel();
        }
    }
}
