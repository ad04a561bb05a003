using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Models.Tests.LanguageModel.Reference;
using VideoPoet.Specs;
using VideoPoet.Torch;

namespace VideoPoet.Models.Tests.LanguageModel;

/// <summary>Sizes, training and mistakes.</summary>
internal sealed class PrefixLanguageModelTests
{
    [Test]
    public void The_parameters_that_models_state_are_those_of_the_tensors([Values("mini", "300m", "1b", "8b")] string name, [Values] bool other)
    {
        var spec = SpecReader.ReadModel(Path.Combine(TestContext.CurrentContext.TestDirectory, "task-specs", "models", $"{name}.yaml"));
        var stated = spec.LanguageModel;
        var sizes = other
            ? stated with { KeyValueHeads = stated.Heads / 4, QueryKeyNorm = true, TiedEmbeddings = false, FactorisedCodes = true }
            : stated;
        using var model = new PrefixLanguageModel(sizes, spec.CreateVocabulary(), spec.TextEncoder.Width, META);

        var counts = model.named_parameters().ToLookup(
            item => item.name.StartsWith("layers.", StringComparison.Ordinal) || item.name.StartsWith("final_norm.", StringComparison.Ordinal),
            item => item.parameter.numel());

        Assert.That(counts[true].Sum(), Is.EqualTo(ParameterCount.NonEmbedding(sizes)));
        Assert.That(counts.Sum(group => group.Sum()), Is.EqualTo(ParameterCount.Total(sizes, spec.CreateVocabulary(), spec.TextEncoder.Width)));
        if (!other)
            Assert.That(counts[true].Sum(), Is.EqualTo(sizes.Parameters.NonEmbedding));
    }

    [Test]
    public void Training_lowers_the_loss_and_keeps_nothing_between_steps(
        [Values("plain", "grouped", "halves")] string name, [Values] bool checkpointed)
    {
        using var model = Samples.Model(name);
        using var batch = Samples.Batch("sound");
        using var optimiser = optim.AdamW(model.parameters(), 1e-2);
        var losses = Enumerable.Range(0, 5).Select(_ => Step()).ToList();
        var before = Held();

        for (var step = 0; step < 50; step++)
            losses.Add(Step());

        Assert.That(losses[^1], Is.LessThan(losses[0] / 2));
        var after = Held();
        Assert.That(after.Objects, Is.EqualTo(before.Objects));
        // What earlier tests left to the finaliser may go meanwhile.
        Assert.That(after.Bytes ?? 0, Is.LessThanOrEqualTo(before.Bytes ?? 0));

        double Step()
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            var loss = model.Loss(batch, model.Hidden(batch, checkpointed), new());
            (loss.Sum / loss.Count).backward();
            optimiser.step();
            return loss.Tokens.sum().ToDouble() / loss.Count;
        }

        static (long Objects, long? Bytes) Held() =>
            (DisposeScopeManager.Statistics.ThreadTotalLiveCount, TorchRuntime.Current.Memory(CPU)?.Allocated);
    }

    [Test]
    public void Steps_without_gradients_keep_nothing()
    {
        using var model = Samples.Model("grouped");
        using var batch = Samples.Batch("text");
        Decode();
        var before = TorchRuntime.Current.Memory(CPU)?.Allocated;

        Decode();

        Assert.That(TorchRuntime.Current.Memory(CPU)?.Allocated ?? 0, Is.LessThanOrEqualTo(before ?? 0));

        void Decode()
        {
            var (cache, state) = model.Prefill(batch);
            using (cache)
            using (state)
                for (var position = batch.PrefixLength; position < batch.Length; position++)
                {
                    using var ids = batch.Ids.select(1, position);
                    model.Step(cache, ids).Dispose();
                }
        }
    }

    [Test]
    public void In_bfloat16_the_loss_and_its_gradients_stay_near([Values("plain", "grouped", "halves")] string name, [Values] bool checkpointed)
    {
        using var scope = NewDisposeScope();
        using var model = Samples.Model(name);
        using var batch = Samples.Batch("text");
        var (exact, brief) = (Run(autocast: false), Run(autocast: true));

        // bfloat16 has 8 bits; the errors of some hundred terms do not all point the same way.
        TestContext.Out.WriteLine($"{exact.Loss:f4} {brief.Loss:f4}");
        Assert.That(brief.Loss, Is.EqualTo(exact.Loss).Within(1).Percent);
        var cosine = (exact.Gradient * brief.Gradient).sum() / (exact.Gradient.norm() * brief.Gradient.norm());
        Assert.That(cosine.ToDouble(), Is.GreaterThan(0.99));

        (double Loss, Tensor Gradient) Run(bool autocast)
        {
            OutputLoss loss;
            using (TorchRuntime.Current.Autocast(DeviceType.CPU, enabled: autocast))
                loss = model.Loss(batch, model.Hidden(batch, checkpointed), new());
            loss.Sum.backward();
            var gradient = cat([.. model.parameters().Select(parameter => parameter.grad).OfType<Tensor>().Select(each => each.flatten().clone())]);
            model.zero_grad();
            return (loss.Sum.ToDouble(), gradient);
        }
    }

    [Test]
    public void Codes_in_halves_have_the_probability_that_the_loss_gives_them()
    {
        using var scope = NewDisposeScope();
        using var model = Samples.Model("halves");
        using var batch = Samples.Batch("text");
        var hidden = model.Hidden(batch).detach();
        var tokens = model.Loss(batch, hidden, new()).Tokens;
        var position = batch.Layouts[0].VisualOutput!.Start + 3;
        var code = (int)batch.Ids[0, position].item<long>() - model.Vocabulary.Visual.Start;

        var state = hidden[0, position - 1].unsqueeze(0);
        var high = model.HighLogits(state).log_softmax(1)[0, code / 4];
        var low = model.LowLogits(state, tensor(new[] { (long)(code / 4) })).log_softmax(1)[0, code % 4];

        Assert.That(-(high + low).ToDouble(), Is.EqualTo(tokens[0, position].ToDouble()).Within(1e-5));
        Assert.That(() => model.Logits(state, model.Vocabulary.Visual), Throws.ArgumentException.With.Message.Contains("two halves"));
    }

    [Test]
    public void Initial_weights_have_their_deviations_and_predict_evenly()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        using var model = new PrefixLanguageModel(Samples.Plain with { Width = 64, FeedForward = 128 }, Samples.Vocabulary, Samples.TextWidth);
        model.Initialise(generator);
        using var batch = Samples.Batch("sound");

        var loss = model.Loss(batch, model.Hidden(batch), new());

        Assert.That(model.get_parameter("tok_emb.weight")!.std().ToDouble(), Is.EqualTo(0.02).Within(5).Percent);
        Assert.That(model.get_parameter("layers.0.mlp.w_down.weight")!.std().ToDouble(), Is.EqualTo(0.01).Within(5).Percent);
        var even = TargetRun.Of(batch.Layouts).Sum(run => run.Length * Math.Log(run.Ids.Count));
        Assert.That(loss.Tokens.sum().ToDouble(), Is.EqualTo(even).Within(5).Percent);
    }

    [Test]
    public void What_does_not_fit_the_model_is_said()
    {
        using var batch = Samples.Batch("text");
        using var sound = Samples.Batch("sound");

        Assert.Multiple(() =>
        {
            Assert.That(Says(Samples.Plain with { Context = 50 }, batch), Is.EqualTo(
                "the sequences have 85 positions, and the model takes 50 at most. (Parameter 'batch')"));
            Assert.That(Says(Samples.Plain, batch, textWidth: 7), Is.EqualTo(
                "the text embeddings are 5 wide, and the model takes 7. (Parameter 'batch')"));
            Assert.That(Says(Samples.Plain with { Coordinates = new() { Times = 1 } }, batch), Is.EqualTo(
                "the model has 1 times, and the sequence needs 2; the model's coordinates say how many."));
            Assert.That(Says(Samples.Plain with { Coordinates = new() { Inputs = 1 } }, sound), Is.EqualTo(
                "the model tells 1 inputs of a modality apart; the sequence has more Visual inputs."));
            Assert.That(
                () => new PrefixLanguageModel(Samples.Halves, new UnifiedVocabulary(32), 5, META),
                Throws.ArgumentException.With.Message.Contains("32 visual codes"));
        });

        static string Says(LanguageModelSpec sizes, SequenceBatch batch, int textWidth = Samples.TextWidth)
        {
            using var model = new PrefixLanguageModel(sizes, Samples.Vocabulary, textWidth);
            model.Initialise();
            return Assert.Throws<ArgumentException>(() => model.Hidden(batch))!.Message;
        }
    }
}
