using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using VideoPoet.Benchmarks.Frame;
using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Benchmarks.Models;

/// <summary>A language model in training with a batch of random tokens, the counterpart of Subject in Peers/train.py.</summary>
internal sealed class TrainSubject : IDisposable
{
    private static readonly LanguageModelLossSpec s_options = new();

    private readonly TrainCase _case;
    private readonly PrefixLanguageModel _model;
    private readonly AdamW _optimiser;
    private readonly SequenceBatch _batch;

    public TrainSubject(TrainCase @case)
    {
        _case = @case;
        _model = new(@case.Model.LanguageModel, @case.Vocabulary, @case.Model.TextEncoder.Width);
        _model.Initialise();
        _optimiser = optim.AdamW(_model.parameters(), 1e-4, 0.9, 0.95, weight_decay: 0.1);
        _batch = RandomBatch(@case);
    }

    /// <summary>The positions of all sequences of a step.</summary>
    public int Tokens => _batch.Rows * _batch.Length;

    /// <summary>Seconds of a step, beside PyTorch's where there is any.</summary>
    public Comparison Measure(int rounds, PyTorchPeer? peer)
    {
        CheckParameters(peer);
        return Interleaved.Best(rounds, () => Seconds(() => Step(_batch)), peer is null ? null : () => peer.Measure($"step_{_case.Name}"));
    }

    /// <summary>Seconds of a step with bf16 autocast.</summary>
    public double MeasureAutocast(int rounds) => Interleaved.Best(rounds, () => Seconds(AutocastStep), null).Ours;

    /// <summary>One step: forward, loss, backward and update.</summary>
    /// <param name="batch">Its sequences.</param>
    public void Step(SequenceBatch batch)
    {
        using var scope = NewDisposeScope();
        _optimiser.zero_grad();
        Backward(_model.Loss(batch, _model.Hidden(batch), s_options));
        _optimiser.step();
    }

    public void Dispose()
    {
        _batch.Dispose();
        _optimiser.Dispose();
        _model.Dispose();
    }

    internal static SequenceBatch RandomBatch(TrainCase @case)
    {
        var layout = @case.Layout;
        var random = new Random(1);
        var ids = Enumerable.Range(0, @case.Batch).SelectMany(_ => layout.Assemble(Codes())).Select(id => (long)id).ToArray();
        var text = randn(@case.Batch, UnifiedVocabulary.TextPositions, @case.Model.TextEncoder.Width);
        return new(
            [.. Enumerable.Repeat(layout, @case.Batch)], tensor(ids, [@case.Batch, layout.Length]), text, @case.TextLengths);

        int[] Codes() => [.. Enumerable.Range(0, layout.VisualOutput!.Length).Select(_ => random.Next(@case.Vocabulary.VisualCodes))];
    }

    private void AutocastStep()
    {
        using var scope = NewDisposeScope();
        _optimiser.zero_grad();
        OutputLoss loss;
        using (TorchRuntime.Current.Autocast(DeviceType.CPU))
            loss = _model.Loss(_batch, _model.Hidden(_batch), s_options);
        Backward(loss);
        _optimiser.step();
    }

    private static void Backward(OutputLoss loss) => (loss.Sum / loss.Count).backward();

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private void CheckParameters(PyTorchPeer? peer)
    {
        var ours = _model.parameters().Sum(parameter => parameter.numel());
        if (peer?.Measure($"parameters_{_case.Name}") is { } theirs && theirs != ours)
            throw new BenchmarkException($"PyTorch's side is another network: it has {theirs} parameters, ours {ours}.");
    }
}
