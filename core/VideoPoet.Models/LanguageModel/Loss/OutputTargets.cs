using VideoPoet.Core;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Loss;

/// <summary>Gathers what predicts the tokens that are learnt, kind of ids by kind of ids, and puts their losses back into place.</summary>
internal sealed class OutputTargets
{
    private readonly SequenceBatch _batch;
    private readonly List<(IdRange Ids, List<long> Positions)> _kinds;

    /// <summary>Finds what is learnt.</summary>
    /// <param name="batch">The sequences.</param>
    /// <exception cref="ArgumentException">Nothing is.</exception>
    public OutputTargets(SequenceBatch batch)
    {
        _batch = batch;
        _kinds = [.. TargetRun.Of(batch.Layouts).GroupBy(run => run.Ids).Select(kind => (kind.Key, kind.SelectMany(Flat).ToList()))];
        if (_kinds.Count == 0)
            throw new ArgumentException("no position of the batch is learnt: its outputs are given or have one id only.", nameof(batch));

        IEnumerable<long> Flat(TargetRun run) => Enumerable.Range(run.Start, run.Length).Select(position => (long)run.Row * batch.Length + position);
    }

    /// <summary>The number of tokens that are learnt.</summary>
    public long Count => _kinds.Sum(kind => (long)kind.Positions.Count);

    /// <summary>Computes the losses.</summary>
    /// <param name="hidden">[batch, length, width]</param>
    /// <param name="head">The output layer.</param>
    /// <param name="options">What is added to the cross-entropies.</param>
    public OutputLoss Loss(Tensor hidden, OutputHead head, LanguageModelLossSpec options)
    {
        using var scope = NewDisposeScope();
        var device = hidden.device;
        var positions = tensor(_kinds.SelectMany(kind => kind.Positions).ToArray(), device: device);
        var states = hidden.flatten(0, 1).index_select(0, positions - 1);
        var ids = _batch.Ids.to(device).flatten().index_select(0, positions);
        List<Tensor> allStates = [states], allTargets = [], seconds = [];
        var groups = new List<SoftmaxGroup>();
        var first = 0;
        foreach (var (range, kind) in _kinds)
        {
            var targets = ids.narrow(0, first, kind.Count) - range.Start;
            if (head.Rows.IsWhole(range))
            {
                groups.Add(new(head.Rows.Of(range), first, kind.Count));
                allTargets.Add(targets);
            }
            else
            {
                var (low, high) = head.Rows.Split(targets);
                groups.Add(new(head.Rows.High, first, kind.Count));
                allTargets.Add(high);
                allStates.Add(head.SecondStates(states.narrow(0, first, kind.Count), high));
                seconds.AddRange([low, positions.narrow(0, first, kind.Count)]);
            }
            first += kind.Count;
        }
        if (seconds is [var lower, var again])
        {
            groups.Add(new(head.Rows.Low, first, (int)lower.shape[0]));
            allTargets.Add(lower);
            positions = cat([positions, again]);
        }
        var (sum, crossEntropies) = SoftmaxLoss.Apply(
            allStates.Count == 1 ? states : cat(allStates), head.Weight, cat(allTargets), new(groups, options));
        var tokens = zeros(_batch.Rows * _batch.Length, ScalarType.Float32, device).index_add_(0, positions, crossEntropies, 1);
        return new(sum.MoveToOuterDisposeScope(), Count, tokens.view(_batch.Rows, _batch.Length).MoveToOuterDisposeScope());
    }
}
