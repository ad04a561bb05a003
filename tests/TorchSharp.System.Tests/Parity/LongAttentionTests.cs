using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity;

/// <summary>Holds attention over long sequences, which an engine computes in blocks, against the formula softmax(Q Kᵀ / √d + mask) V.</summary>
[TestFixture]
public sealed class LongAttentionTests
{
    private const int Length = 1200;

    private static readonly string[] Masks = ["none", "causal", "float", "boolean", "boolean for each head"];

    [TestCaseSource(nameof(Masks))]
    public void Attention_over_a_long_sequence_is_the_formula(string kind) => Compare(kind, Length);

    [TestCaseSource(nameof(Masks))]
    public void One_query_may_attend_to_a_long_sequence(string kind) => Compare(kind, queries: 1);

    [Test]
    public void A_length_that_no_block_size_divides_is_the_formula() => Compare("causal", queries: 1021, keys: 1021);

    private static void Compare(string kind, int queries, int keys = Length)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(7);
        var inputs = new[] { Random(2, 2, queries, 16), Random(2, 2, keys, 16), Random(2, 2, keys, 24) };
        var mask = Mask(kind, queries, keys, generator);
        var causal = kind == "causal";
        var cotangent = Random(2, 2, queries, 24);

        var actual = WithGradients(inputs, cotangent, x => F.scaled_dot_product_attention(x[0], x[1], x[2], mask, is_casual: causal));
        var expected = WithGradients(inputs, cotangent, x => Formula(x[0], x[1], x[2], causal ? CausalMask(queries, keys) : mask));

        // Gradients of keys and values sum over 1,200 queries, each term of order one.
        const double tolerance = 2e-5;
        var largest = actual.Zip(expected, Difference.Largest).Max();
        TestContext.Out.WriteLine($"largest difference {largest:0.0e-0}");
        Assert.That(largest, Is.LessThan(tolerance));

        Tensor Random(params long[] shape) => randn(shape, generator: generator);
    }

    private static Tensor? Mask(string kind, int queries, int keys, Generator generator) => kind switch
    {
        "float" => randn([queries, keys], generator: generator),
        "boolean" => rand([queries, keys], generator: generator) < 0.7,
        "boolean for each head" => rand([2L, 2, queries, keys], generator: generator) < 0.7,
        _ => null,
    };

    private static Tensor CausalMask(int queries, int keys) => ones([queries, keys], dtype: @bool).tril();

    private static Tensor Formula(Tensor query, Tensor key, Tensor value, Tensor? mask)
    {
        var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.shape[^1]);
        if (mask is not null)
            scores = mask.dtype == @bool ? scores.masked_fill(mask.logical_not(), float.NegativeInfinity) : scores + mask;
        return scores.softmax(-1).matmul(value);
    }

    private static Tensor[] WithGradients(Tensor[] inputs, Tensor cotangent, Func<Tensor[], Tensor> function)
    {
        var leaves = inputs.Select(input => input.detach().clone().requires_grad_()).ToArray();
        var output = function(leaves);
        return [output, .. autograd.grad([output], leaves, [cotangent])];
    }
}
