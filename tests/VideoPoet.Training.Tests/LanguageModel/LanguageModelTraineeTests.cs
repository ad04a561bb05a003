using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Training.LanguageModels;

namespace VideoPoet.Training.Tests.LanguageModel;

public sealed class LanguageModelTraineeTests
{
    private string _root;
    private string _data;

    [OneTimeSetUp]
    public void MakeData()
    {
        _data = Directory.CreateTempSubdirectory("tokens ").FullName;
        TinyLanguage.WriteData(TinyLanguage.Recipe, _data);
    }

    [OneTimeTearDown]
    public void DeleteData() => Directory.Delete(_data, recursive: true);

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("run ").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public void A_step_reports_its_loss_by_task_modality_and_place_and_how_fast_it_was()
    {
        using var opened = Open();
        opened.Trainee.PeakFlops = 1e9;

        var figures = opened.Trainee.Step(new(0, 10, 3));

        Assert.That(
            figures.Select(figure => figure.Name).Take(7),
            Is.EqualTo(["loss", "tokens_per_second", "mfu", "padding", "data_wait", "tokens", "gradient_norm"]));
        Assert.That(Value(figures, "padding"), Is.Zero);
        Assert.That(Value(figures, "data_wait"), Is.InRange(0, 1));
        Assert.That(Value(figures, "mfu"), Is.Positive);
        var losses = figures.Where(figure => figure.Name.StartsWith("loss", StringComparison.Ordinal)).ToArray();
        Assert.That(losses.Select(figure => figure.Value), Has.All.InRange(1, 5));
        Assert.That(losses.Select(figure => figure.Name.Split('/')[0]).Distinct(), Is.EqualTo(["loss", "loss_modality", "loss_position"]));
    }

    [Test]
    public void The_gradient_is_that_of_the_mean_over_the_tokens_of_all_batches()
    {
        using var opened = Open(TinyLanguage.Recipe with { MovingAverage = null });
        using var scope = NewDisposeScope();
        var plan = opened.Trainee.Plan;
        var sampler = new MixtureSampler(plan, opened.Datasets, seed: 3, steps: 10, accumulation: 2);
        using PrefixLanguageModel same = new(TinyLanguage.Model.LanguageModel, opened.Trainee.Model.Vocabulary, 8);
        foreach (var (target, source) in same.parameters().Zip(opened.Trainee.Model.parameters()))
            using (no_grad())
                target.copy_(source);
        var losses = new[] { 0, 1 }.Select(number =>
        {
            var batch = BatchReader.Read(sampler.Draw(4, number));
            return same.Loss(batch.Sequences!, same.Hidden(batch.Sequences!), TinyLanguage.Recipe.Loss);
        }).ToArray();
        var mean = (losses[0].Sum + losses[1].Sum) / (losses[0].Count + losses[1].Count);
        mean.backward();
        var norm = Math.Sqrt(same.parameters().Sum(parameter => parameter.grad is { } gradient ? gradient.square().sum().ToDouble() : 0));

        var figures = opened.Trainee.Step(new(4, 10, 3));

        Assert.That(losses[0].Count, Is.Not.EqualTo(losses[1].Count), "batches of different lengths show the weighting");
        Assert.That(Value(figures, "loss"), Is.EqualTo(mean.ToDouble()).Within(1e-5));
        Assert.That(Value(figures, "gradient_norm"), Is.EqualTo(norm).Within(1e-4 * norm));
    }

    [Test]
    public void Checkpointed_activations_and_shorter_numbers_give_the_same_loss_as_far_as_they_can()
    {
        double Loss(LanguageModelRecipeSpec recipe)
        {
            using var opened = Open(recipe);
            opened.Trainee.Step(new(0, 10, 3));
            return Value(opened.Trainee.Step(new(1, 10, 3)), "loss");
        }

        var expected = Loss(TinyLanguage.Recipe);
        Assert.That(Loss(TinyLanguage.Recipe with { CheckpointActivations = true }), Is.EqualTo(expected).Within(1e-5));
        Assert.That(Loss(TinyLanguage.Recipe with { Precision = Precision.Bf16 }), Is.EqualTo(expected).Within(0.05));
    }

    [Test]
    public async Task What_is_held_out_is_measured_by_task_modality_and_place_in_nats_and_bits_and_always_the_same()
    {
        using var opened = Open();

        var figures = await opened.Trainee.EvaluateAsync(0, _root, default);
        var again = await opened.Trainee.EvaluateAsync(0, _root, default);

        Assert.That(figures.Select(figure => figure.Name), Is.EqualTo(
            [
                "held_out_loss", "held_out_loss/text-to-image", "held_out_loss/text-to-video", "held_out_loss/video-to-audio",
                "held_out_loss_modality/audio", "held_out_loss_modality/visual",
                "held_out_loss_position/quarter_1", "held_out_loss_position/quarter_2", "held_out_loss_position/quarter_3",
                "held_out_loss_position/quarter_4",
                "held_out_bits", "held_out_bits/text-to-image", "held_out_bits/text-to-video", "held_out_bits/video-to-audio",
            ]));
        Assert.That(again, Is.EqualTo(figures));
        // Weights that know nothing, among 16 visual and 8 audio codes; few different sequences do not average their chance out.
        Assert.That(Value(figures, "held_out_loss_modality/visual"), Is.EqualTo(Math.Log(16)).Within(0.3));
        Assert.That(Value(figures, "held_out_loss_modality/audio"), Is.EqualTo(Math.Log(8)).Within(0.3));
        Assert.That(Value(figures, "held_out_bits"), Is.EqualTo(Value(figures, "held_out_loss") / Math.Log(2)).Within(1e-12));
    }

    [Test]
    public async Task What_is_generated_is_legal_and_keeps_what_is_given()
    {
        var mixture = TinyLanguage.Mixture(60, "image-to-video", "video-to-audio", "text-to-image");
        var recipe = TinyLanguage.Recipe with { Samples = 2, Mixture = mixture, Evaluation = new() { Every = 4, Batches = 4 } };
        TinyLanguage.WriteData(recipe, Path.Combine(_root, "data"));
        using var opened = TinyLanguage.Open(recipe, Path.Combine(_root, "data"));
        var folder = Directory.CreateDirectory(Path.Combine(_root, "samples")).FullName;

        await opened.Trainee.EvaluateAsync(0, folder, default);

        foreach (var variant in opened.Trainee.Plan.Stages.SelectMany(stage => stage.Variants).GroupBy(variant => variant.Entry)
            .Select(task => task.MaxBy(variant => variant.Probability)!))
        {
            var sequences = File.ReadLines(Path.Combine(folder, $"{variant.Entry}.txt"))
                .Select(line => line.Split(' ').Select(int.Parse).ToArray()).ToArray();
            Assert.That(sequences, Has.Length.EqualTo(2));
            var codes = sequences.Select(sequence => variant.Layout.Parse(sequence)).ToArray(); // throws where an id is not legal
            if (variant.Layout.VisualOutput is { GivenFrames: > 0 } output)
            {
                // The first code of the first frame is the class, which the prefix's first frame says too.
                foreach (var runs in codes)
                    Assert.That(runs[^1][..output.Given], Is.EqualTo(runs[0][..output.Given]));
            }
        }
    }

    [Test]
    public async Task The_weights_that_a_run_exports_are_the_average_and_are_read_with_the_sizes_beside_them()
    {
        using var opened = Open();
        await TinyLanguage.RunAsync(Path.Combine(_root, "run"), opened.Trainee, TinyLanguage.Recipe);
        var folder = Path.Combine(_root, "run", "weights");

        var model = SpecReader.ReadModel(Path.Combine(folder, LanguageModelFolder.ModelFileName));
        var file = LanguageModelFolder.FindWeights(folder);
        using var read = new PrefixLanguageModel(model.LanguageModel, LanguageModelFile.VocabularyOf(file)!, model.TextEncoder.Width);
        LanguageModelFile.Load(file, read);

        var average = opened.Trainee.Parts.Modules["average"].state_dict();
        foreach (var (name, parameter) in read.named_parameters())
            Assert.That(parameter.bytes.SequenceEqual(average[name.Replace('.', '/')].bytes), Is.True, name);
        Assert.That(LanguageModelFolder.FindWeights(Path.Combine(_root, "run")), Does.Contain(Path.Combine("best", "language-model")));
    }

    [Test]
    public async Task Frozen_parts_are_not_changed_by_a_run_and_the_others_are()
    {
        var recipe = TinyLanguage.Recipe with { Freeze = ["tok_emb.*", "layers.0.*"] };
        using var opened = Open(recipe);
        var before = opened.Trainee.Model.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter.bytes.ToArray());

        await TinyLanguage.RunAsync(Path.Combine(_root, "run"), opened.Trainee, recipe);

        var changed = opened.Trainee.Model.named_parameters()
            .Where(entry => !entry.parameter.bytes.SequenceEqual(before[entry.name])).Select(entry => entry.name).ToArray();
        Assert.That(changed, Has.None.StartsWith("tok_emb.").And.None.StartsWith("layers.0."));
        Assert.That(changed, Has.Some.StartsWith("layers.1.").And.Some.EqualTo("final_norm.weight"));
        Assert.That(opened.Trainee.Frozen, Is.EqualTo(
            opened.Trainee.Model.parameters().Where(parameter => !parameter.requires_grad).Sum(parameter => parameter.numel())));
    }

    [Test]
    public async Task Losses_that_are_not_finite_change_no_weight_and_end_the_run_when_they_do_not_stop()
    {
        var recipe = TinyLanguage.Recipe with { Optimizer = TinyLanguage.Recipe.Optimizer with { SkipLimit = 3 } };
        using var opened = Open(recipe);
        var model = opened.Trainee.Model;
        using (no_grad())
            model.named_parameters().Single(entry => entry.name == "final_norm.weight").parameter.fill_(double.NaN);
        var before = model.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter.bytes.ToArray());

        var exception = await Assert.ThrowsAsync<TrainingException>(() => TinyLanguage.RunAsync(Path.Combine(_root, "run"), opened.Trainee, recipe));

        Assert.That(exception!.Message, Does.StartWith("the last 3 steps up to step 3 failed"));
        foreach (var (name, parameter) in model.named_parameters())
            Assert.That(parameter.bytes.SequenceEqual(before[name]), Is.True, name);
    }

    [Test]
    public void Steps_leave_no_tensors_behind()
    {
        using var opened = Open();
        var sampler = new MixtureSampler(opened.Trainee.Plan, opened.Datasets, seed: 3, steps: 10, accumulation: 2);
        var live = new List<long>();
        var read = 0L;
        for (var step = 0; step < 8; step++)
        {
            opened.Trainee.Step(new(step, 10, 3));
            // Batches are made on other threads, which count them: ids, and texts where there are any.
            read += sampler.Draws(step, 1).Sum(draw => draw.Rows.Any(row => row.Variant.Layout.Text is not null) ? 2 : 1);
            live.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount + read);
        }

        Assert.That(live.Skip(2).Distinct().Count(), Is.EqualTo(1), string.Join(", ", live));
    }

    [Test]
    public void Probes_change_nothing_and_memory_is_counted_by_the_parameters()
    {
        using var opened = Open();
        var before = TinyLanguage.Fingerprint(opened.Trainee);

        var seconds = opened.Trainee.Probe(default);
        var memory = opened.Trainee.EstimateMemory();

        Assert.That(seconds.Keys, Is.EquivalentTo(opened.Trainee.Plan.Stages[0].Groups.Select(group => group.Lengths)));
        Assert.That(seconds.Values, Has.All.Positive);
        Assert.That(TinyLanguage.Fingerprint(opened.Trainee), Is.EqualTo(before));
        var parameters = opened.Trainee.Model.parameters().Sum(parameter => parameter.numel());
        Assert.That(
            (memory.Weights, memory.Gradients, memory.Optimizer, memory.Average),
            Is.EqualTo((4 * parameters, 4 * parameters, 8 * parameters, 4 * parameters)));
        Assert.That(memory.Total, Is.GreaterThan(memory.Activations + memory.Loss));
    }

    private OpenedLanguage Open(LanguageModelRecipeSpec? recipe = null) => TinyLanguage.Open(recipe ?? TinyLanguage.Recipe, _data);

    private static double Value(IEnumerable<Figure> figures, string name) => figures.Single(figure => figure.Name == name).Value;
}
