using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Attention with one matrix of scores, recorded operator by operator: the faster way for short sequences.</summary>
internal static class WholeAttention
{
    private const long MostScoresOfHead = 1 << 20;
    private const long MostScoresOfHeadWithoutGain = 1 << 18;
    private const long MostScores = 1 << 26;

    /// <summary>
    /// Whether this way is the faster one, by measurement: recorded without a causal mask it is, as long as a head's scores are few, because blocks
    /// compute all scores twice; causal blocks skip half of them, and without recording both ways do the same work.
    /// </summary>
    public static bool IsFaster(AttentionProblem problem, bool recorded) =>
        problem.Scores <= MostScores &&
        problem.Queries * problem.Keys <= (recorded && !problem.IsCausal ? MostScoresOfHead : MostScoresOfHeadWithoutGain);

    /// <summary>query [heads, queries, features], key and value [heads, keys, …]; the caller owns the temporaries by a dispose scope.</summary>
    public static Tensor Run(AttentionProblem problem, Tensor query, Tensor key, Tensor value, Tensor? mask)
    {
        var scores = query.mul(problem.Scale).bmm(key.transpose(1, 2));
        var emptyRows = mask is null ? null : AttentionMask.EmptyRows(mask);
        if (problem.IsCausal)
            scores = scores.masked_fill(ones([problem.Queries, problem.Keys], ScalarType.Bool, query.device).triu(1), double.NegativeInfinity);
        else if (mask is not null)
            scores = Masked(scores.view([.. problem.Batch, problem.Queries, problem.Keys]), mask, emptyRows);
        var weights = scores.softmax(-1);
        if (emptyRows is not null)
            weights = weights.masked_fill(emptyRows, 0);
        if (problem.Dropout > 0)
            weights = nn.functional.dropout(weights, problem.Dropout);
        return weights.view(problem.Heads, problem.Queries, problem.Keys).to(value.dtype).bmm(value);
    }

    // Rows without any key get finite scores, so that neither their softmax nor its gradient is undefined.
    private static Tensor Masked(Tensor scores, Tensor mask, Tensor? emptyRows)
    {
        scores = mask.dtype == ScalarType.Bool ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores.add(mask);
        return emptyRows is null ? scores : scores.masked_fill(emptyRows, 0);
    }
}
