using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Inference.Decoding.Managed;
using VideoPoet.Inference.Decoding.Steps;
using VideoPoet.Specs;
using VideoPoet.Tests;

namespace VideoPoet.Inference.Tests.Decoding;

/// <summary>What sessions draw from, when they stop, and what they report.</summary>
internal sealed class SessionTests
{
    [Test]
    public void A_million_random_steps_never_draw_an_illegal_id()
    {
        var steps = 0L;
        for (var seed = 0; steps < 1_000_000; seed++)
        {
            RandomLayouts.Hold(
                layoutCase =>
                {
                    var request = new DecodingRequest
                    {
                        Prompt = SmallModels.Prompt(layoutCase.Layout, seed),
                        Sampling = new() { TopK = seed % 2 == 0 ? null : 20 },
                        Seeds = [.. Enumerable.Range(0, 64).Select(sample => (long)seed * 1_000 + sample)],
                    };
                    using var session = Session(layoutCase, request, noise: 3);
                    var before = session.Position;
                    while (!session.IsComplete)
                        session.Step();
                    for (var sample = 0; sample < request.Seeds.Count; sample++)
                        layoutCase.Layout.Parse(session.Ids(sample)); // throws at an illegal id
                    steps += (long)(layoutCase.Layout.Length - before) * request.Seeds.Count;
                    return true;
                },
                cases: 100);
        }
        TestContext.Out.WriteLine($"{steps:N0} steps");
    }

    [Test]
    public void What_is_given_stays_as_it_is() => RandomLayouts.Hold(
        layoutCase =>
        {
            var request = new DecodingRequest { Prompt = SmallModels.Prompt(layoutCase.Layout, 1), Seeds = [1, 2] };
            using var session = Session(layoutCase, request, noise: 3);
            var isKept = true;
            while (!session.IsComplete)
            {
                session.Step();
                var ids = session.Ids(1);
                for (var position = 0; position < ids.Length; position++)
                    isKept &= layoutCase.Layout.IsTarget(position) || ids[position] == request.Prompt.Ids[position];
            }
            return isKept && session.Ids(0).Length == layoutCase.Layout.Length;
        },
        cases: 50);

    [Test]
    public void Cancelling_stops_before_the_next_step()
    {
        var layoutCase = VideoCase();
        using var session = Session(layoutCase, new() { Prompt = SmallModels.Prompt(layoutCase.Layout, 1), Seeds = [1] }, noise: 1);
        session.Step();
        var position = session.Position;
        Assert.That(() => session.Step(new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(session.Position, Is.EqualTo(position));
    }

    [Test]
    public void A_scene_that_repeats_with_certainty_is_reported_and_kept()
    {
        var layoutCase = VideoCase();
        using var session = Session(layoutCase, new() { Prompt = SmallModels.Prompt(layoutCase.Layout, 1), Seeds = [1, 2] }, noise: 0);
        while (!session.IsComplete)
            session.Step();
        var frames = session.Frames(1);
        Assert.That(frames.Select(frame => frame.Index), Is.EqualTo(Enumerable.Range(0, layoutCase.Layout.VisualOutput!.Shape.Time)));
        Assert.That(frames.Skip(1).Select(frame => (frame.Repeated, frame.IsCollapsed, frame.Resamples)), Is.All.EqualTo((1.0, true, 0)));
        Assert.That(frames[0].IsCollapsed, Is.False);
    }

    [Test]
    public void A_collapsed_latent_frame_is_drawn_again_and_the_samples_beside_it_stay_the_same()
    {
        var layoutCase = VideoCase();
        var request = new DecodingRequest
        {
            Prompt = SmallModels.Prompt(layoutCase.Layout, 1),
            Seeds = [5, 6],
            Sampling = new() { Collapse = new() { MostRepeated = 0.5, LeastEntropy = 1e9, Resamples = 2 } },
        };
        // The first sample is certain, the second is not, so that only the first collapses.
        using var session = Session(layoutCase, request, noise: 3, certain: 0);
        using var alone = Session(layoutCase, request with { Seeds = [6] }, noise: 3);
        var steps = 0;
        for (; !session.IsComplete; steps++)
            session.Step();
        while (!alone.IsComplete)
            alone.Step();
        var frames = layoutCase.Layout.VisualOutput!.Shape;
        Assert.That(session.Frames(0).Skip(1).Select(frame => (frame.Resamples, frame.IsCollapsed)), Is.All.EqualTo((2, true)));
        Assert.That(session.Frames(1).Select(frame => frame.Resamples), Is.All.EqualTo(0));
        Assert.That(steps, Is.EqualTo(layoutCase.Layout.OutputLength + 2 * frames.FrameTokens * (frames.Time - 1)));
        Assert.That(session.Ids(1).ToArray(), Is.EqualTo(alone.Ids(0).ToArray()));
    }

    [Test]
    public void Drawing_a_latent_frame_again_uses_other_random_numbers_and_the_keys_of_what_is_kept()
    {
        // So few codes that every latent frame repeats some of the one before.
        var layoutCase = VideoCase(codes: 4);
        var sizes = SmallModels.Sizes(1, layoutCase.Layout.Length);
        var request = new DecodingRequest { Prompt = SmallModels.Prompt(layoutCase.Layout, 1), Seeds = [5, 6] };
        using var decoder = new ManagedDecoder(SmallModels.Model(sizes, layoutCase.Vocabulary), threads: 1);
        using var torch = new TorchDecoder(SmallModels.Model(sizes, layoutCase.Vocabulary));
        // That counts as collapsed: all but the first are drawn three times.
        var again = request with { Sampling = new() { Collapse = new() { MostRepeated = 0, LeastEntropy = 1e9, Resamples = 2 } } };

        var (first, second, theirs) = (decoder.Decode(request), decoder.Decode(again), torch.Decode(again));

        var end = layoutCase.Layout.VisualOutput!.EndOf(0);
        Assert.That(second[0][..end], Is.EqualTo(first[0][..end]));
        Assert.That(second[0], Is.Not.EqualTo(first[0]));
        Assert.That(second, Is.EqualTo(theirs));
    }

    [Test]
    public void The_estimate_of_memory_is_what_a_session_takes([Values(1, 3)] int samples, [Values] WeightFormat format)
    {
        var layoutCase = VideoCase();
        using var decoder = new ManagedDecoder(
            SmallModels.Model(SmallModels.Sizes(2, layoutCase.Layout.Length), layoutCase.Vocabulary), format, threads: 1);
        var request = new DecodingRequest
        {
            Prompt = SmallModels.Prompt(layoutCase.Layout, 1), Seeds = [.. Enumerable.Range(0, samples).Select(seed => (long)seed)],
        };
        using var steps = decoder.Steps(new(request, decoder));
        Assert.That(decoder.SessionBytes(request), Is.EqualTo(steps.Bytes).Within(5).Percent);
    }

    [Test]
    public void Keys_and_values_of_bytes_take_a_byte_a_number_and_two_scales_a_key()
    {
        var layoutCase = VideoCase();
        var sizes = SmallModels.Sizes(2, layoutCase.Layout.Length);
        using var decoder = new ManagedDecoder(SmallModels.Model(sizes, layoutCase.Vocabulary), WeightFormat.Int8, threads: 1);
        var prompt = SmallModels.Prompt(layoutCase.Layout, 1);
        var plan = new DecodingPlan(new() { Prompt = prompt, Seeds = [1, 2] }, decoder);

        var memory = new SessionSizes(plan, sizes, WeightFormat.Int8, workers: 1);

        // Those of the prefix once, and those that each of two samples adds, by sixteens.
        var (prefix, added) = (memory.Shared(0), plan.LastChoice - plan.FirstChoice);
        var keys = (prefix + 15) / 16 * 16 + 2 * ((added + 15) / 16 * 16);
        Assert.That(memory.Total - memory.Keys, Is.EqualTo(sizes.Layers * keys * (2 * sizes.Width + 2 * sizeof(float) * sizes.Heads)));
    }

    private static DecodingSession Session(LayoutCase layoutCase, DecodingRequest request, double noise, int? certain = null)
    {
        var decoder = new FakeDecoder(SmallModels.Sizes(0, layoutCase.Layout.Length), layoutCase.Vocabulary);
        var plan = new DecodingPlan(request, decoder);
        return new(plan, new RandomLogits(plan, noise, certain), layoutCase.Vocabulary, 0);
    }

    private static LayoutCase VideoCase(int codes = 500)
    {
        var format = new VideoFormat("small", 32, 32, 9);
        var task = new TaskDefinition
        {
            Token = TaskToken.Named("small"), Inputs = [Input.Text()], Outputs = [Output.Visual(Views.WholeVideo)], Formats = FormatKinds.All,
        };
        return new(task, format, new UnifiedVocabulary(codes, 1, 10).With(task.Token).With(format));
    }

    private sealed class FakeDecoder(LanguageModelSpec sizes, UnifiedVocabulary vocabulary) : ILanguageModelDecoder
    {
        public LanguageModelSpec Sizes => sizes;

        public UnifiedVocabulary Vocabulary => vocabulary;

        public int TextWidth => SmallModels.TextWidth;

        public long SessionBytes(DecodingRequest request) => throw new NotSupportedException();

        public IDecodingSession Begin(DecodingRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }

    /// <summary>Logits that are noise, or leave no doubt.</summary>
    private sealed class RandomLogits(DecodingPlan plan, double noise, int? certain) : IStepModel
    {
        private readonly float[][] _logits = [.. Enumerable.Range(0, plan.Samples).Select(_ => new float[plan.MostLogits])];
        private int _count, _taken;

        public void Advance(ReadOnlySpan<int> ids) => _taken++;

        public void ComputeLogits(IdRange ids)
        {
            _count = ids.Count;
            var random = new Random(_taken);
            var drawn = new float[_count];
            foreach (ref var number in drawn.AsSpan())
                number = (float)(noise * random.NextSingle());
            for (var sample = 0; sample < _logits.Length; sample++)
            {
                drawn.CopyTo(_logits[sample], 0);
                _logits[sample][0] += certain == sample || noise == 0 ? 60 : 0;
            }
        }

        public void ComputeHighLogits() => throw new NotSupportedException();

        public void ComputeLowLogits(ReadOnlySpan<int> high) => throw new NotSupportedException();

        public Span<float> Logits(int branch, int sample) => _logits[sample].AsSpan(0, _count);

        public void Rewind(int count) => _taken = count;

        public void Dispose()
        {
        }
    }
}
