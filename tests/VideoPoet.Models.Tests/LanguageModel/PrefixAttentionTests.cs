using VideoPoet.Models.LanguageModel.Network;

namespace VideoPoet.Models.Tests.LanguageModel;

/// <summary>Attention by blocks beside attention with one mask of all pairs.</summary>
internal sealed class PrefixAttentionTests
{
    // Sums of up to two thousand products in single precision.
    private const double Tolerance = 2e-5;

    [TestCase(2, 4, 2, 300, 130, TestName = "Blocks_agree_with_a_mask_where_weights_are_kept_for_backward")]
    [TestCase(1, 8, 8, 2100, 700, TestName = "Blocks_agree_with_a_mask_where_weights_are_computed_again")]
    [TestCase(2, 2, 1, 257, 1, TestName = "Blocks_agree_with_a_mask_after_a_prefix_of_one_position")]
    public void Agrees(int batch, int heads, int groups, int length, int prefix)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var inputs = new[] { heads, groups, groups }.Select(count => Random([batch, count, length, 4])).ToArray();
        var gradient = Random([batch, heads, length, 4]);
        var padding = prefix > 64 ? new TextPadding(2, Padding(batch)) : null;
        var context = new AttentionContext(prefix, empty(0), empty(0), padding);

        var ours = Run(tensors => PrefixAttention.Apply(tensors[0], tensors[1], tensors[2], context));
        var theirs = Run(tensors => Masked(tensors[0], tensors[1], tensors[2]));

        foreach (var (mine, reference) in ours.Zip(theirs))
            Assert.That((mine - reference).abs().max().ToDouble(), Is.LessThan(Tolerance * Math.Max(1, reference.abs().max().ToDouble())));

        Tensor Random(long[] shape) => randn(shape, generator: generator);

        Tensor[] Run(Func<Tensor[], Tensor> attend)
        {
            Tensor[] given = [.. inputs.Select(input => input.clone().requires_grad_())];
            var output = attend(given);
            output.backward([gradient]);
            return [output, .. given.Select(input => input.grad!)];
        }

        Tensor Masked(Tensor query, Tensor key, Tensor value)
        {
            var positions = arange(length);
            var seen = positions.unsqueeze(0).lt(prefix).logical_or(positions.unsqueeze(0).le(positions.unsqueeze(1)));
            var scores = query.matmul(Shared(key).transpose(-2, -1)).masked_fill(seen.logical_not(), double.NegativeInfinity);
            if (padding is not null)
                scores = scores + nn.functional.pad(padding.Bias.unsqueeze(1), [2, length - 2 - padding.Bias.shape[2]]);
            return scores.softmax(-1).matmul(Shared(value));
        }

        Tensor Shared(Tensor tensor) => tensor.unsqueeze(2).expand(-1, -1, heads / groups, -1, -1).flatten(1, 2);
    }

    // Each sequence has one more position of padding than the one before.
    private static Tensor Padding(int batch)
    {
        var bias = zeros(batch, 1, 20);
        for (var row = 0; row < batch; row++)
            bias[row].narrow(1, 10 - row, 10 + row).fill_(double.NegativeInfinity);
        return bias;
    }
}
