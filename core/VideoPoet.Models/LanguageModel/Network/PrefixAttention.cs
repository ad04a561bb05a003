using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>
/// Attention in which the prefix sees itself and every later position the prefix and what stands before it. It goes block by block over queries and
/// the keys that they see, so that neither a mask nor the scores of whole sequences exist; what backward needs of long ones is computed once more
/// (as in Dao et al., arXiv 2205.14135).
/// </summary>
internal sealed class PrefixAttention : autograd.SingleTensorFunction<PrefixAttention>
{
    // Up to here the weights of all blocks are kept for backward, a quarter of a gigabyte at most; it is faster than a second computation.
    private const long MostKept = 1 << 24;

    private const string ProblemKey = "problem";

    public override string Name => "prefix_attention";

    /// <summary>Attends.</summary>
    /// <param name="query">[batch, heads, length, head width], contiguous and scaled.</param>
    /// <param name="key">[batch, groups, length, head width], contiguous; each is shared by heads / groups heads in a row.</param>
    /// <param name="value">As <paramref name="key"/>.</param>
    /// <param name="context">The prefix and the padding.</param>
    /// <returns>[batch, heads, length, head width]</returns>
    public static Tensor Apply(Tensor query, Tensor key, Tensor value, AttentionContext context)
    {
        using var scope = NewDisposeScope();
        var (groups, length, width) = (key.shape[1], key.shape[2], key.shape[3]);
        var sharing = query.shape[1] / groups;
        var heads = query.shape[0] * groups;
        var blocks = ScoreBlock.Of((int)heads, (int)sharing, (int)length, context.PrefixLength);
        var flat = (Query: query.view(heads, sharing, length, width), Key: key.view(heads, length, width), Value: value.view(heads, length, width));
        var output = is_grad_enabled()
            ? apply([flat.Query, flat.Key, flat.Value, new Problem(blocks, groups, context.Padding?.Start), .. Bias(context.Padding)])
            : Attend(flat.Query, flat.Key, flat.Value, blocks, context.Padding, groups, kept: null);
        return output.view(query.shape).MoveToOuterDisposeScope();
    }

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (query, key, value, problem) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], (Problem)vars[3]);
        var padding = problem.Padding([.. vars.Skip(4).Cast<Tensor>()]);
        var scores = problem.Blocks.Sum(block => (long)block.Heads * query.shape[1] * block.Rows * block.Keys);
        List<Tensor>? kept = scores <= MostKept ? [] : null;
        var output = Attend(query, key, value, problem.Blocks, padding, problem.Groups, kept);
        ctx.save_data(ProblemKey, problem);
        ctx.save_for_backward([query, key, value, output, .. Bias(padding), .. kept ?? []]);
        return output;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        using var scope = NewDisposeScope();
        var problem = (Problem)ctx.get_data(ProblemKey)!;
        var saved = ctx.get_saved_variables();
        var (query, key, value, output) = (saved[0], saved[1], saved[2], saved[3]);
        var padding = problem.Padding(saved[4..]);
        var (blocks, kept) = (problem.Blocks, saved[(padding is null ? 4 : 5)..]);
        using var silent = no_grad();
        using var exact = TorchRuntime.Current.Autocast(query.device_type, enabled: false);

        var gradient = grad_output.to_type(value.dtype).contiguous();
        // What the softmax's gradient subtracts from each row (Dao et al., appendix B.2).
        var mean = (gradient * output).sum([-1], keepdim: true, ScalarType.Float32);
        var ofQuery = empty_like(query);
        Tensor ofKey = zeros_like(key, ScalarType.Float32), ofValue = zeros_like(value, ScalarType.Float32);
        for (var index = 0; index < blocks.Count; index++)
        {
            using var ofBlock = NewDisposeScope();
            var block = blocks[index];
            Tensor rows = block.Queries(query), outer = block.Queries(gradient);
            var weights = kept.Count > 0 ? kept[index] : Weights(block, rows, key, padding, problem.Groups);
            block.Seen(ofValue).add_(weights.transpose(1, 2).bmm(outer));
            var scores = outer.bmm(block.Seen(value).transpose(1, 2));
            TorchRuntime.Current.SoftmaxGradient(scores, block.Queries(mean), weights);
            block.Seen(ofKey).add_(scores.transpose(1, 2).bmm(rows));
            block.Put(scores.bmm(block.Seen(key)), ofQuery);
        }
        return
        [
            ofQuery.MoveToOuterDisposeScope(),
            ofKey.to_type(key.dtype).MoveToOuterDisposeScope(),
            ofValue.to_type(value.dtype).MoveToOuterDisposeScope(),
            null!, // the problem
            .. Bias(padding).Select(_ => (Tensor)null!),
        ];
    }

    private static Tensor Attend(
        Tensor query, Tensor key, Tensor value, IReadOnlyList<ScoreBlock> blocks, TextPadding? padding, long groups, List<Tensor>? kept)
    {
        using var scope = NewDisposeScope();
        using var exact = TorchRuntime.Current.Autocast(query.device_type, enabled: false);
        var output = empty_like(query);
        foreach (var block in blocks)
        {
            using var ofBlock = NewDisposeScope();
            var weights = Weights(block, block.Queries(query), key, padding, groups);
            block.Put(weights.bmm(block.Seen(value)), output);
            kept?.Add(weights.MoveToOuterDisposeScope().MoveToOuterDisposeScope());
        }
        return output.MoveToOuterDisposeScope();
    }

    // softmax(rows · keysᵀ) over the keys that each row sees: [heads, sharing · rows, keys].
    private static Tensor Weights(ScoreBlock block, Tensor rows, Tensor key, TextPadding? padding, long groups)
    {
        var weights = rows.bmm(block.Seen(key).transpose(1, 2));
        padding?.Hide(weights, block.FirstHead, groups);
        TorchRuntime.Current.MaskedSoftmax(weights, block.Rows, block.IsCausal ? block.FirstRow : block.Keys);
        return weights;
    }

    private static IEnumerable<Tensor> Bias(TextPadding? padding) => padding is null ? [] : [padding.Bias];

    // The blocks, the groups of heads of each sequence, and where padding begins if there is any.
    private sealed record Problem(IReadOnlyList<ScoreBlock> Blocks, long Groups, int? PaddingStart)
    {
        public TextPadding? Padding(IReadOnlyList<Tensor> rest) => PaddingStart is { } start ? new(start, rest[0]) : null;
    }
}
