using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Torch;

namespace VideoPoet.Models.Tests.LanguageModel;

/// <summary>The loss in chunks, beside one over all logits at once.</summary>
internal sealed class OutputLossTests
{
    private const int Width = 8;

    private static readonly VideoFormat s_format = new("small", 64, 64, 17);

    [Test]
    public void Chunks_have_the_loss_and_the_gradients_of_the_whole([Values(0, 0.1)] double smoothing)
    {
        using var scope = NewDisposeScope();
        var (model, batch, hidden) = Sample(codes: 1 << 16, rows: 1);
        var options = new LanguageModelLossSpec { ZLoss = 1e-3, LabelSmoothing = smoothing };

        var loss = model.Loss(batch, hidden, options);
        loss.Sum.backward();
        var (ofHidden, ofWeight) = (hidden.grad!.clone(), Weight(model).grad!.clone());
        hidden.grad!.zero_();
        Weight(model).grad!.zero_();
        var output = batch.Layouts[0].VisualOutput!;
        var logits = model.Logits(hidden[0].narrow(0, output.Start - 1, output.Length), model.Vocabulary.Visual);
        var targets = batch.Ids[0].narrow(0, output.Start, output.Length) - model.Vocabulary.Visual.Start;
        var logProbabilities = logits.log_softmax(1);
        var right = logProbabilities.gather(1, targets.unsqueeze(1));
        var others = (logProbabilities.sum([1], keepdim: true) - right) / (logits.shape[1] - 1);
        var whole = -((1 - smoothing) * right + smoothing * others).sum() + 1e-3 * logits.logsumexp(1).square().sum();
        whole.backward();

        Assert.Multiple(() =>
        {
            Assert.That(loss.Count, Is.EqualTo(output.Length));
            Assert.That(loss.Sum.ToDouble(), Is.EqualTo(whole.ToDouble()).Within(1e-4).Percent);
            Assert.That((loss.Tokens[0].narrow(0, output.Start, output.Length) + right.squeeze(1)).abs().max().ToDouble(), Is.LessThan(1e-4));
            Assert.That((ofHidden - hidden.grad!).abs().max().ToDouble(), Is.LessThan(1e-5));
            Assert.That((ofWeight - Weight(model).grad!).abs().max().ToDouble(), Is.LessThan(1e-4));
        });
        Release(model, batch);
    }

    [Test]
    public void Its_memory_is_a_fifth_of_the_whole_logits_loss_at_most_with_the_paper_s_vocabulary()
    {
        if (TorchRuntime.Current.Memory(CPU) is null)
            Assert.Ignore("this engine does not tell its memory");
        using var scope = NewDisposeScope();
        var (model, batch, hidden) = Sample(UnifiedVocabulary.Paper.VisualCodes, rows: 2);
        var before = TorchRuntime.Current.Memory(CPU)!.Allocated;
        TorchRuntime.Current.ResetPeakMemory(CPU);

        var loss = model.Loss(batch, hidden, new());
        loss.Sum.backward();

        var peak = TorchRuntime.Current.Memory(CPU)!.Peak - before;
        var whole = 3 * loss.Count * UnifiedVocabulary.Paper.VisualCodes * sizeof(float); // logits, their probabilities and their gradients
        TestContext.Out.WriteLine($"peak {peak >> 20} MiB, whole {whole >> 20} MiB");
        Assert.That(peak, Is.LessThan(whole / 5));
        Release(model, batch);
    }

    [Test]
    public void What_is_given_and_what_has_one_id_only_is_not_learnt()
    {
        var vocabulary = new UnifiedVocabulary(16, 2, 8).With(s_format);
        var layout = SequenceLayout.Create(
            new()
            {
                Token = TaskToken.AudioVideo,
                Outputs = [Output.Visual(Views.WholeVideo, Views.FirstFrame), Output.Audio(Views.Waveform)],
            },
            s_format, vocabulary);

        var runs = TargetRun.Of([layout, layout]).ToList();

        Assert.That(runs.Select(run => (run.Row, run.Modality, run.Ids)), Is.EqualTo(Enumerable.Range(0, 2).SelectMany(row => new[]
        {
            (row, Modality.Visual, vocabulary.Visual),
            (row, Modality.Audio, vocabulary.AudioLevel(0)),
            (row, Modality.Audio, vocabulary.AudioLevel(1)),
        })));
        var learnt = runs.Where(run => run.Row == 0).SelectMany(run => Enumerable.Range(run.Start, run.Length)).ToList();
        Assert.That(learnt, Is.All.Matches<int>(layout.IsTarget));
        Assert.That(layout.TargetCount - learnt.Count, Is.EqualTo(5)); // <bov_o> <eov_o> <boa_o> <eoa_o> <eos>
    }

    [Test]
    public void A_loss_without_gradients_is_the_same()
    {
        using var scope = NewDisposeScope();
        var (model, batch, hidden) = Sample(codes: 64, rows: 2);

        var loss = model.Loss(batch, hidden, new());
        using var silent = no_grad();
        var again = model.Loss(batch, hidden, new());

        Assert.That(again.Sum.ToDouble(), Is.EqualTo(loss.Sum.ToDouble()));
        Assert.That(again.Sum.requires_grad, Is.False);
        Release(model, batch);
    }

    private static (PrefixLanguageModel Model, SequenceBatch Batch, Tensor Hidden) Sample(int codes, int rows)
    {
        var vocabulary = new UnifiedVocabulary(codes, 1, 4).With(s_format);
        var layout = SequenceLayout.Create(new() { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)] }, s_format, vocabulary);
        var sizes = new LanguageModelSpec
        {
            Width = Width, Layers = 1, Heads = 1, FeedForward = Width, Context = layout.Length, Parameters = new() { NonEmbedding = 1, Total = 1 },
        };
        using var generator = new Generator(4);
        var model = new PrefixLanguageModel(sizes, vocabulary, Width);
        model.Initialise(generator);
        var output = layout.VisualOutput!.Length;
        var ids = Enumerable.Range(0, rows).SelectMany(row =>
            layout.Assemble(Enumerable.Range(0, output).Select(code => (code * 97 + row) % codes).ToArray()));
        var batch = new SequenceBatch(
            [.. Enumerable.Repeat(layout, rows)], tensor(ids.Select(id => (long)id).ToArray(), [rows, layout.Length]), text: null, new int[rows]);
        return (model, batch, randn([rows, layout.Length, Width], generator: generator).mul_(10).requires_grad_());
    }

    private static Tensor Weight(PrefixLanguageModel model) => model.get_parameter("tok_emb.weight")!;

    private static void Release(PrefixLanguageModel model, SequenceBatch batch)
    {
        model.Dispose();
        batch.Dispose();
    }
}
