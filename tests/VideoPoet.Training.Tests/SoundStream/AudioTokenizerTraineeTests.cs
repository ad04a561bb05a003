using VideoPoet.Data;
using VideoPoet.Models.SoundStream;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.SoundStream;

public sealed class AudioTokenizerTraineeTests
{
    private static readonly AudioTokenizerLossSpec s_adversarial = SoundRun.Recipe.Loss with
    {
        Adversarial = new() { From = new(0.5), Waves = 2, WaveChannels = 4, SpectrumChannels = 2, MelWindows = [128], MelChannels = 4 },
    };

    // Long enough for the discriminator of spectra.
    private static readonly SoundDataSpec s_judged = SoundRun.Recipe.Data with { Seconds = 0.15 };

    private string _folder = null!;
    private SoundLibrary _library = null!;

    [OneTimeSetUp]
    public async Task OpenLibrary()
    {
        _folder = Directory.CreateTempSubdirectory("videopoet-sound-").FullName;
        _library = await SoundRun.OpenLibraryAsync(_folder);
    }

    [OneTimeTearDown]
    public void Delete()
    {
        _library.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Training_brings_decoded_tones_several_decibels_closer_and_uses_the_codes()
    {
        using var trainee = new AudioTokenizerTrainee(SoundRun.Recipe, _library);
        var before = await EvaluateAsync(trainee, step: 0);

        await SoundRun.RunAsync(trainee, SoundRun.Recipe, NewPath());

        var after = await EvaluateAsync(trainee, SoundRun.Recipe.Steps);
        TestContext.Out.WriteLine(string.Join(", ", after.Select(figure => $"{figure.Key} {figure.Value:0.###}")));
        Assert.Multiple(() =>
        {
            Assert.That(after["si_sdr_db"], Is.GreaterThan(5).And.GreaterThan(before["si_sdr_db"] + 5));
            Assert.That(after["mel_distance"], Is.LessThan(before["mel_distance"]));
            Assert.That(after["codes_used_level0"], Is.GreaterThan(8));
            Assert.That(after["codes_used_level1"], Is.GreaterThan(8));
        });
    }

    [Test]
    public async Task A_run_that_stopped_while_codebooks_and_discriminators_learned_goes_on_to_the_same_weights()
    {
        var recipe = SoundRun.Recipe with
        {
            Steps = 8,
            Data = s_judged,
            Quantizer = SoundRun.Recipe.Quantizer with { From = new(0.25), DropLevels = true },
            Loss = s_adversarial,
        };
        var whole = await WeightsAsync(recipe, NewPath());
        var path = NewPath();

        await WeightsAsync(recipe, path, stopAfter: 2);
        await WeightsAsync(recipe, path, stopAfter: 5);
        var resumed = await WeightsAsync(recipe, path);

        Assert.That(resumed, Is.EqualTo(whole));
    }

    [Test]
    public void Discriminators_learn_from_the_step_that_the_recipe_says()
    {
        var recipe = SoundRun.Recipe with { Steps = 4, Data = s_judged, Loss = s_adversarial };
        using var trainee = new AudioTokenizerTrainee(recipe, _library);
        using var discriminator = trainee.Parts.Modules["discriminator"].parameters().First().detach().clone();
        double Moved()
        {
            using var scope = NewDisposeScope();
            return (trainee.Parts.Modules["discriminator"].parameters().First() - discriminator).abs().max().ToDouble();
        }

        var names = new List<string[]>();
        var moves = new List<double>();
        for (var step = 0; step < recipe.Steps; step++)
        {
            names.Add([.. trainee.Step(new(step, recipe.Steps, recipe.Seed)).Select(figure => figure.Name)]);
            moves.Add(Moved());
        }

        Assert.Multiple(() =>
        {
            Assert.That(moves.Select(moved => moved > 0), Is.EqualTo(new[] { false, false, true, true }));
            Assert.That(names[1], Has.No.Member("adversarial"));
            Assert.That(names[2], Is.SupersetOf(new[] { "adversarial", "features", "discriminator", "discriminator_gradient_norm" }));
        });
    }

    [Test]
    public void A_run_turns_where_codes_and_discriminators_begin()
    {
        var recipe = SoundRun.Recipe with { Data = s_judged, Loss = s_adversarial, Quantizer = SoundRun.Recipe.Quantizer with { From = new(0.25) } };
        using var trainee = new AudioTokenizerTrainee(recipe, _library);

        Assert.That(trainee.Turns(80), Is.EqualTo(new Turn[] { new("adversarial", 40), new("without codes", 0), new("codes", 20) }));
    }

    [Test]
    public void A_step_whose_update_is_left_out_moves_no_codeword()
    {
        var recipe = SoundRun.Recipe with
        {
            Quantizer = SoundRun.Recipe.Quantizer with { From = new(0) },
            Optimizer = SoundRun.Recipe.Optimizer with { SkipAbove = 1e-9 },
        };
        using var trainee = new AudioTokenizerTrainee(recipe, _library);
        byte[][] Codebooks() => [.. trainee.Tokenizer.state_dict()
            .Where(entry => entry.Key.StartsWith("quantizer.", StringComparison.Ordinal)).Select(entry => entry.Value.bytes.ToArray())];
        trainee.Step(new(0, recipe.Steps, recipe.Seed)); // finds the first codewords
        var before = Codebooks();

        var figures = trainee.Step(new(1, recipe.Steps, recipe.Seed));

        Assert.That(figures, Does.Contain(new Figure(Figure.SkippedUpdates, 1)));
        Assert.That(before, Is.Not.Empty);
        Assert.That(Codebooks(), Is.EqualTo(before));
    }

    [Test]
    public void Steps_leave_no_tensors_behind()
    {
        var recipe = SoundRun.Recipe with { Data = s_judged, Loss = s_adversarial with { Adversarial = s_adversarial.Adversarial! with { From = new(0) } } };
        using var trainee = new AudioTokenizerTrainee(recipe with { Quantizer = recipe.Quantizer with { From = new(0) } }, _library);
        trainee.Step(new(0, recipe.Steps, recipe.Seed));
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var step = 1; step < 4; step++)
            trainee.Step(new(step, recipe.Steps, recipe.Seed));

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public async Task The_exported_weights_are_those_of_the_moving_average_and_load_by_their_names()
    {
        var recipe = SoundRun.Recipe with { Steps = 3 };
        var path = NewPath();
        using var trainee = new AudioTokenizerTrainee(recipe, _library);
        await SoundRun.RunAsync(trainee, recipe, path);
        using var loaded = new SoundStreamTokenizer(recipe.Model.AudioTokenizer);

        using (var weights = WeightFile.Open(Path.Join(path, "weights", "audio-tokenizer.safetensors")))
            KeyMap.SameNames.Load(weights, loaded);

        var sound = _library.Draw(seed: 1, step: 1, batch: 1, samples: 800);
        Assert.That(loaded.Pass(sound).allclose(trainee.Tokenizer.Pass(sound)), Is.False, "the average lags behind the weights");
        using var sizes = new StringReader(File.ReadAllText(Path.Join(path, "weights", "audio-tokenizer.yaml")));
        Assert.That(sizes.ReadLine(), Is.EqualTo("channels: 8"));
    }

    [Test]
    public async Task Training_goes_on_from_the_weights_that_the_recipe_names()
    {
        var earlier = NewPath();
        await WeightsAsync(SoundRun.Recipe with { Steps = 3 }, earlier);
        var file = Path.Join(earlier, "weights", "audio-tokenizer.safetensors");

        using var trainee = new AudioTokenizerTrainee(SoundRun.Recipe with { Weights = file }, _library);

        var sound = _library.Draw(seed: 1, step: 1, batch: 1, samples: 800);
        using var loaded = new SoundStreamTokenizer(SoundRun.Recipe.Model.AudioTokenizer);
        using (var weights = WeightFile.Open(file))
            KeyMap.SameNames.Load(weights, loaded);
        Assert.That(trainee.Tokenizer.Encode(sound).equal(loaded.Encode(sound)).all().ToBoolean(), "codebooks too are those of the file");
        var other = SoundRun.Recipe.Model.AudioTokenizer with { Channels = 4 };
        Assert.That(() => StartingWeights.Check(file, device => new SoundStreamTokenizer(other, device: device)), Throws.InstanceOf<FormatException>());
    }

    private async Task<Dictionary<string, double>> EvaluateAsync(AudioTokenizerTrainee trainee, long step)
    {
        var samples = Directory.CreateDirectory(NewPath()).FullName;
        var figures = await trainee.EvaluateAsync(step, samples, default);
        Assert.That(Directory.GetFiles(samples).Select(Path.GetFileName), Is.SupersetOf(
            new[] { "spectrograms.png", "sound-01-original.wav", "sound-01-decoded.wav", "sound-03-decoded.wav" }));
        return figures.ToDictionary(figure => figure.Name, figure => figure.Value);
    }

    private async Task<byte[]> WeightsAsync(AudioTokenizerRecipeSpec recipe, string path, long stopAfter = long.MaxValue)
    {
        using var trainee = new AudioTokenizerTrainee(recipe, _library);
        await SoundRun.RunAsync(trainee, recipe, path, stopAfter);
        return File.ReadAllBytes(Path.Join(path, "weights", "audio-tokenizer.safetensors"));
    }

    private string NewPath() => Path.Join(_folder, Guid.NewGuid().ToString("N"));
}
