using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Inference.Decoding.Managed;
using VideoPoet.Inference.Decoding.Steps;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Tests;

namespace VideoPoet.Inference.Tests.Decoding;

/// <summary>The logits of steps beside those of whole sequences in the trainer's model.</summary>
internal sealed class ExactnessTests
{
    // What the issue of exactness promises: sums in another order, and weights of eight bits of precision. Whole numbers round vectors too, and their
    // steps are as large for small numbers as for the greatest: what that costs a trained model is held by its perplexity.
    [TestCase(WeightFormat.Float32, 1e-4)]
    [TestCase(WeightFormat.BFloat16, 2e-2)]
    [TestCase(WeightFormat.Int8, 1e-1)]
    public void Steps_give_the_logits_of_the_whole_sequence(WeightFormat format, double tolerance)
    {
        var (cases, greatest) = (0, 0.0);
        RandomLayouts.Hold(
            layoutCase =>
            {
                var halves = cases % 3 == 2;
                var vocabulary = halves ? SmallModels.Halves(layoutCase) : layoutCase.Vocabulary;
                var layout = SequenceLayout.Create(layoutCase.Task, layoutCase.Format, vocabulary);
                var sizes = SmallModels.Sizes(cases++, layout.Length, halves);
                using var decoder = new ManagedDecoder(SmallModels.Model(sizes, vocabulary, factor: 2), format, threads: 1);
                var difference = Difference(decoder, SmallModels.Prompt(layout, cases), halves);
                greatest = Math.Max(greatest, difference);
                return difference <= tolerance;
            },
            cases: 24);
        TestContext.Out.WriteLine($"{format}: the greatest difference of {cases} layouts is {greatest:G3}");
    }

    // Of three samples of one prompt, each with codes of its own, and the same prompt as the other branch.
    private static double Difference(ManagedDecoder decoder, DecodingPrompt prompt, bool halves)
    {
        using var scope = NewDisposeScope();
        using var silent = no_grad();
        var layout = prompt.Layout;
        var request = new DecodingRequest { Prompt = prompt, Unguided = prompt, Sampling = new() { Guidance = 2 }, Seeds = [1, 2, 3] };
        var plan = new DecodingPlan(request, decoder);
        if (plan.LastChoice < 0)
            return 0;
        int[][] samples = [.. Enumerable.Range(0, plan.Samples).Select(sample => Varied(prompt, sample))];
        using var steps = decoder.Steps(plan);
        var hidden = Whole(decoder.Model, plan, prompt, samples);
        var greatest = 0.0;
        for (var position = plan.FirstChoice; position <= plan.LastChoice; position++)
        {
            using var ofPosition = NewDisposeScope();
            var states = hidden.select(1, position - 1);
            var ids = plan.Allowed[position];
            if (halves && ids.Start == decoder.Vocabulary.Visual.Start)
            {
                steps.ComputeHighLogits();
                greatest = Math.Max(greatest, Compare(steps, decoder.Model.HighLogits(states)));
                int[] high = [.. samples.Select(own => (own[position] - ids.Start) >> 3)];
                steps.ComputeLowLogits(high);
                greatest = Math.Max(greatest, Compare(steps, decoder.Model.LowLogits(states, tensor(high).to_type(ScalarType.Int64))));
            }
            else
            {
                steps.ComputeLogits(ids);
                greatest = Math.Max(greatest, Compare(steps, decoder.Model.Logits(states, ids)));
            }
            if (position < plan.LastChoice)
                steps.Advance(samples.Select(own => own[position]).ToArray());
        }
        return greatest;
    }

    private static double Compare(IStepModel steps, Tensor expected)
    {
        var greatest = 0.0;
        for (var sample = 0; sample < expected.shape[0]; sample++)
        {
            var row = expected[sample].data<float>().ToArray();
            for (var branch = 0; branch < 2; branch++)
            {
                var logits = steps.Logits(branch, sample);
                Assert.That(logits.Length, Is.EqualTo(row.Length));
                for (var index = 0; index < row.Length; index++)
                    greatest = Math.Max(greatest, Math.Abs(logits[index] - row[index]));
            }
        }
        return greatest;
    }

    private static Tensor Whole(PrefixLanguageModel model, DecodingPlan plan, DecodingPrompt prompt, int[][] samples)
    {
        var length = (int)(prompt.Text?.shape[0] ?? 0);
        var text = prompt.Text is null
            ? null
            : nn.functional.pad(prompt.Text, [0, 0, 0, UnifiedVocabulary.TextPositions - length]).expand(samples.Length, -1, -1).contiguous();
        using var batch = new SequenceBatch(
            [.. samples.Select(_ => plan.Layout)],
            tensor(samples.SelectMany(ids => ids.Select(id => (long)id)).ToArray(), [samples.Length, plan.Layout.Length]),
            text, [.. samples.Select(_ => length)]);
        return model.Hidden(batch);
    }

    // What is given is the same in all samples.
    private static int[] Varied(DecodingPrompt prompt, int seed)
    {
        var random = new Random(seed);
        return [.. prompt.Ids.Select((id, position) =>
            prompt.Layout.IsTarget(position) ? prompt.Layout.AllowedIds(position).Start + random.Next(prompt.Layout.AllowedIds(position).Count) : id)];
    }
}
