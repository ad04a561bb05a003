using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Attention in blocks of heads and queries, each with whole rows of keys. The forward pass keeps nothing but its inputs; the backward pass computes
/// the weights of each block once more (as in Dao et al., arXiv 2205.14135).
/// </summary>
internal sealed class BlockedAttention : autograd.SingleTensorFunction<BlockedAttention>
{
    private const string ProblemKey = "problem";
    private const string SeedKey = "seed";

    public override string Name => "scaled_dot_product_attention";

    /// <summary>query [heads, queries, features], key and value [heads, keys, …]; nothing is kept unless the call is recorded.</summary>
    public static Tensor Run(AttentionProblem problem, Tensor query, Tensor key, Tensor value, Tensor? mask, bool recorded)
    {
        if (recorded)
            return apply(query, key, value, mask!, problem);
        return new AttentionBlocks(problem, query, key, value, Mask(mask, problem, null), NewSeed(problem)).Forward();
    }

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (query, key, value, mask) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], (Tensor?)vars[3]);
        var problem = (AttentionProblem)vars[4];
        var seed = NewSeed(problem);
        ctx.save_data(ProblemKey, problem);
        ctx.save_data(SeedKey, seed);
        ctx.save_for_backward([query, key, value, mask!]);
        return new AttentionBlocks(problem, query, key, value, Mask(mask, problem, null), seed).Forward();
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var problem = (AttentionProblem)ctx.get_data(ProblemKey)!;
        var saved = ctx.get_saved_variables();
        var (query, key, value) = (saved[0], saved[1], saved[2]);
        using var silent = no_grad();
        using var pause = new AutocastPause(query.device_type);
        var accumulator = query.dtype is ScalarType.BFloat16 or ScalarType.Float16 ? ScalarType.Float32 : query.dtype;
        var mask = Mask(saved[3], problem, accumulator);
        var blocks = new AttentionBlocks(problem, query, key, value, mask, (ulong)ctx.get_data(SeedKey)!);
        var (queryGradient, keyGradient, valueGradient) = blocks.Backward(grad_output, accumulator);
        return [queryGradient, keyGradient, valueGradient, mask?.Gradient!, null!];
    }

    private static AttentionMask? Mask(Tensor? mask, AttentionProblem problem, ScalarType? gradientType) =>
        mask is null ? null : new(mask, problem, gradientType);

    private static ulong NewSeed(AttentionProblem problem)
    {
        if (problem.Dropout == 0)
            return 0;
        using var seed = empty(1, ScalarType.Int64).random_(0, long.MaxValue);
        return (ulong)seed.item<long>();
    }
}
