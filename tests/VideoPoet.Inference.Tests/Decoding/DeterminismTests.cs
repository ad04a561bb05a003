using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Inference.Decoding.Managed;
using VideoPoet.Tests;

namespace VideoPoet.Inference.Tests.Decoding;

/// <summary>The same seed and request give the same ids.</summary>
internal sealed class DeterminismTests
{
    private static readonly SamplingOptions s_guided = new() { Guidance = 2.5, TopK = 50, TopP = 0.95 };

    [Test]
    public void A_sample_is_the_same_alone_and_beside_others([Values] WeightFormat format) => Hold((sizes, vocabulary, request) =>
    {
        using var decoder = new ManagedDecoder(SmallModels.Model(sizes, vocabulary), format, threads: 1);
        var together = decoder.Decode(request);
        return request.Seeds.Select(seed => decoder.Decode(request with { Seeds = [seed] })[0]).Zip(together, Enumerable.SequenceEqual).All(same => same);
    });

    [Test]
    public void The_number_of_threads_changes_nothing([Values] WeightFormat format) => Hold((sizes, vocabulary, request) =>
    {
        using var one = new ManagedDecoder(SmallModels.Model(sizes, vocabulary), format, threads: 1);
        using var three = new ManagedDecoder(SmallModels.Model(sizes, vocabulary), format, threads: 3);
        return one.Decode(request).Zip(three.Decode(request), Enumerable.SequenceEqual).All(same => same);
    });

    [Test]
    public void Instructions_for_bytes_change_nothing() => Hold((sizes, vocabulary, request) =>
    {
        var model = SmallModels.Model(sizes, vocabulary);
        using var decoder = new ManagedDecoder(model, WeightFormat.Int8, threads: 1);
        var best = decoder.Decode(request);
        return new[] { IntegerInstructions.Portable, IntegerInstructions.Avx2 }.Where(instructions => instructions < Product.Best).All(instructions =>
        {
            decoder.Instructions = instructions;
            return decoder.Decode(request).Zip(best, Enumerable.SequenceEqual).All(same => same);
        });
    });

    [Test]
    public void A_guidance_scale_of_1_is_no_guidance([Values] WeightFormat format) => Hold((sizes, vocabulary, request) =>
    {
        using var decoder = new ManagedDecoder(SmallModels.Model(sizes, vocabulary), format, threads: 1);
        var unguided = request with { Sampling = s_guided with { Guidance = 1 } };
        return decoder.Decode(unguided).Zip(decoder.Decode(unguided with { Unguided = null }), Enumerable.SequenceEqual).All(same => same);
    });

    [Test]
    public void The_network_itself_draws_the_same_ids_where_logits_are_far_apart() => Hold((sizes, vocabulary, request) =>
    {
        using var managed = new ManagedDecoder(SmallModels.Model(sizes, vocabulary), threads: 1);
        using var torch = new TorchDecoder(SmallModels.Model(sizes, vocabulary));
        var (ours, theirs) = (managed.Decode(request), torch.Decode(request));
        // A random number may fall between two sums that differ in the last bits, hardly ever.
        return ours.Zip(theirs, Enumerable.SequenceEqual).Count(same => same) >= 2;
    });

    private static void Hold(Func<VideoPoet.Specs.LanguageModelSpec, UnifiedVocabulary, DecodingRequest, bool> property)
    {
        var kind = 0;
        RandomLayouts.Hold(
            layoutCase =>
            {
                kind++;
                var halves = kind % 3 == 0;
                var vocabulary = halves ? SmallModels.Halves(layoutCase) : layoutCase.Vocabulary;
                var layout = SequenceLayout.Create(layoutCase.Task, layoutCase.Format, vocabulary);
                var shorter = SequenceLayout.Create(layoutCase.Task with { Inputs = [] }, layoutCase.Format, vocabulary);
                var unguided = SmallModels.Prompt(shorter, kind + 1);
                var prompt = SmallModels.Prompt(layout, kind);
                return property(
                    SmallModels.Sizes(kind, layout.Length, halves), vocabulary,
                    new() { Prompt = prompt, Unguided = unguided, Sampling = s_guided, Seeds = [kind, -7, long.MaxValue] });
            },
            cases: 8);
    }
}
