namespace TorchSharp;

/// <summary>The sizes and options of one attention; batch dimensions, heads included, are one for the computation and several for masks.</summary>
internal sealed record AttentionProblem(long[] Batch, long Queries, long Keys, long Features, double Dropout, bool IsCausal)
{
    public long Heads { get; } = Batch.Aggregate(1L, (product, size) => product * size);

    public long Scores => Heads * Queries * Keys;

    public double Scale => 1 / Math.Sqrt(Features);
}
