using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The computation of attention block by block; nothing in it is recorded.</summary>
internal sealed class AttentionBlocks
{
    // Scores of one block: few enough to stay in the caches, enough rows for fast matrix products.
    private const long ScoresOfBlock = 1 << 19;
    private const long MostRows = 256;
    private const long LeastRows = 64;

    private readonly AttentionProblem _problem;
    private readonly Tensor _query;
    private readonly Tensor _key;
    private readonly Tensor _value;
    private readonly AttentionMask? _mask;
    private readonly ulong _seed;

    /// <param name="problem">Sizes and options.</param>
    /// <param name="query">[heads, queries, features]</param>
    /// <param name="key">[heads, keys, features]</param>
    /// <param name="value">[heads, keys, outputs]</param>
    /// <param name="mask">The mask, or null.</param>
    /// <param name="seed">Where the random numbers of dropout start, the same for both passes.</param>
    public AttentionBlocks(AttentionProblem problem, Tensor query, Tensor key, Tensor value, AttentionMask? mask, ulong seed)
    {
        (_problem, _key, _value, _mask, _seed) = (problem, key, value, mask, seed);
        _query = query.mul(problem.Scale);
    }

    /// <summary>The outputs [heads, queries, outputs].</summary>
    public Tensor Forward()
    {
        var output = empty([_problem.Heads, _problem.Queries, _value.size(2)], _value.dtype, _value.device);
        foreach (var block in Blocks())
        {
            using var scope = NewDisposeScope();
            var weights = Weights(block);
            if (Kept(weights, block) is { } kept)
                weights.mul_(kept);
            block.Rows(output).copy_(weights.bmm(block.Keys(_value)));
        }
        return output;
    }

    /// <summary>The gradients of query, key and value for a gradient of the outputs; that of the mask is added to it.</summary>
    public (Tensor Query, Tensor Key, Tensor Value) Backward(Tensor gradient, ScalarType accumulator)
    {
        var queryGradient = empty_like(_query);
        var keyGradient = zeros_like(_key, accumulator);
        var valueGradient = zeros_like(_value, accumulator);
        foreach (var block in Blocks())
        {
            using var scope = NewDisposeScope();
            var (query, rows) = (block.Rows(_query), block.Rows(gradient));
            var weights = Weights(block);
            var weightGradient = rows.bmm(block.Keys(_value).transpose(1, 2));
            var kept = Kept(weights, block);
            if (kept is not null)
                weightGradient.mul_(kept);
            var scoreGradient = Ops._softmax_backward_data.Invoke(weightGradient, weights, -1, weights.dtype);
            if (kept is not null)
                weights.mul_(kept);
            _mask?.AddGradient(scoreGradient, block);
            block.Keys(valueGradient).add_(weights.transpose(1, 2).bmm(rows));
            block.Keys(keyGradient).add_(scoreGradient.transpose(1, 2).bmm(query));
            block.Rows(queryGradient).copy_(scoreGradient.bmm(block.Keys(_key)).mul_(_problem.Scale));
        }
        return (queryGradient, keyGradient.to(_key.dtype), valueGradient.to(_value.dtype));
    }

    // softmax(query · keyᵀ / √features + mask): [heads, rows, keys].
    private Tensor Weights(in AttentionBlock block)
    {
        var scores = block.Rows(_query).bmm(block.Keys(_key).transpose(1, 2));
        if (_problem.IsCausal)
            HideLaterKeys(scores, block);
        _mask?.Apply(scores, block);
        var weights = scores.softmax(-1);
        scores.Dispose();
        _mask?.ClearEmptyRows(weights, block);
        return weights;
    }

    // Keys before the block's first query are seen by all of its queries.
    private static void HideLaterKeys(Tensor scores, in AttentionBlock block)
    {
        var width = block.KeyCount - block.FirstRow;
        if (width <= 0)
            return;
        var hidden = ones([block.RowCount, width], ScalarType.Bool, scores.device).triu(1);
        scores.narrow(2, block.FirstRow, width).masked_fill_(hidden, double.NegativeInfinity);
    }

    // What dropout multiplies weights by: 0, or more than 1 for those that are kept; the same in both passes.
    private Tensor? Kept(Tensor weights, in AttentionBlock block)
    {
        if (_problem.Dropout == 0)
            return null;
        using var random = new Generator(_seed + (ulong)(block.FirstHead * _problem.Queries + block.FirstRow), weights.device);
        return empty_like(weights).bernoulli_(1 - _problem.Dropout, random).mul_(_problem.Dropout < 1 ? 1 / (1 - _problem.Dropout) : 0);
    }

    private IEnumerable<AttentionBlock> Blocks()
    {
        var rows = Math.Clamp(ScoresOfBlock / _problem.Keys, LeastRows, MostRows);
        var heads = _mask is { IsShared: false } ? 1 : Math.Max(1, ScoresOfBlock / (rows * _problem.Keys));
        for (var head = 0L; head < _problem.Heads; head += heads)
            for (var row = 0L; row < _problem.Queries; row += rows)
            {
                var count = Math.Min(rows, _problem.Queries - row);
                var keys = _problem.IsCausal ? Math.Min(_problem.Keys, row + count) : _problem.Keys;
                yield return new(head, Math.Min(heads, _problem.Heads - head), row, count, keys);
            }
    }
}
