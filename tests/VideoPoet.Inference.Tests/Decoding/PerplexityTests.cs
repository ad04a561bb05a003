using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Torch;

namespace VideoPoet.Inference.Tests.Decoding;

/// <summary>What shorter weights cost a model that was trained here, for a minute, on drawn videos.</summary>
internal sealed class PerplexityTests
{
    private const int Codes = 64, Classes = 8, Batch = 8, Steps = 100;

    [Test]
    public void Shorter_weights_keep_the_perplexity_of_held_out_videos_within_1_percent()
    {
        var format = new VideoFormat("small", 32, 32, 9);
        var task = new TaskDefinition { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)], Formats = FormatKinds.All };
        var vocabulary = new UnifiedVocabulary(Codes, 1, 8).With(format);
        var layout = SequenceLayout.Create(task, format, vocabulary);
        var sizes = new LanguageModelSpec
        {
            Width = 64, Layers = 2, Heads = 4, FeedForward = 160, Context = layout.Length, Parameters = new() { NonEmbedding = 1, Total = 1 },
        };
        // Operators are so small that a second thread costs more than it helps.
        var threads = TorchRuntime.Current.Threads;
        TorchRuntime.Current.Threads = 1;
        using var model = Trained(sizes, vocabulary, layout);
        var copies = Enum.GetValues<WeightFormat>().ToDictionary(weights => weights, weights =>
        {
            var copy = new PrefixLanguageModel(sizes, vocabulary, SmallModels.TextWidth);
            copy.load_state_dict(model.state_dict());
            using var decoder = new ManagedDecoder(copy, weights, threads: 1);
            return Perplexity(decoder, layout);
        });
        TorchRuntime.Current.Threads = threads;
        TestContext.Out.WriteLine(string.Join(", ", copies.Select(entry => $"{entry.Key} {entry.Value:F4}")));

        var exact = copies[WeightFormat.Float32];
        Assert.That(exact, Is.LessThan(Codes / 4.0), "the model has learnt");
        Assert.That(copies[WeightFormat.BFloat16], Is.EqualTo(exact).Within(1).Percent);
        Assert.That(copies[WeightFormat.Int8], Is.EqualTo(exact).Within(1).Percent);
    }

    private static PrefixLanguageModel Trained(LanguageModelSpec sizes, UnifiedVocabulary vocabulary, SequenceLayout layout)
    {
        var model = new PrefixLanguageModel(sizes, vocabulary, SmallModels.TextWidth);
        using var generator = new Generator(3);
        model.Initialise(generator);
        using var optimiser = optim.AdamW(model.parameters(), 3e-3);
        var random = new Random(1);
        for (var step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            var ids = Enumerable.Range(0, Batch).SelectMany(_ => Video(layout, random)).Select(id => (long)id).ToArray();
            using var batch = new SequenceBatch(
                [.. Enumerable.Repeat(layout, Batch)], tensor(ids, [Batch, layout.Length]).DetachFromDisposeScope(), null, new int[Batch]);
            optimiser.zero_grad();
            var loss = model.Loss(batch, model.Hidden(batch), new());
            (loss.Sum / loss.Count).backward();
            optimiser.step();
        }
        return model;
    }

    // e to the mean of −log p, over codes.
    private static double Perplexity(ManagedDecoder decoder, SequenceLayout layout)
    {
        var random = new Random(99);
        var (sum, count) = (0.0, 0);
        for (var video = 0; video < 16; video++)
        {
            var ids = Video(layout, random);
            var plan = new DecodingPlan(new() { Prompt = new(layout, ids, null), Seeds = [1] }, decoder);
            using var steps = decoder.Steps(plan);
            for (var position = plan.FirstChoice; position <= plan.LastChoice; position++, count++)
            {
                steps.ComputeLogits(plan.Allowed[position]);
                double[] logits = [.. steps.Logits(0, 0).ToArray().Select(logit => (double)logit)];
                var most = logits.Max();
                sum += most + Math.Log(logits.Sum(logit => Math.Exp(logit - most))) - logits[ids[position] - plan.Allowed[position].Start];
                if (position < plan.LastChoice)
                    steps.Advance([ids[position]]);
            }
        }
        return Math.Exp(sum / count);
    }

    // A class decides the code of each place, save that a fifth of the codes are any.
    private static int[] Video(SequenceLayout layout, Random random)
    {
        var kind = random.Next(Classes);
        return layout.Assemble(Enumerable.Range(0, layout.VisualOutput!.Length)
            .Select(index => random.Next(5) == 0 ? random.Next(Codes) : (kind * 7 + index * 3) % Codes).ToArray());
    }
}
