namespace VideoPoet.Torch.Tests;

/// <summary>Each against its formula in double precision; widths do not fill whole vectors.</summary>
public sealed class TransformerOperatorTests
{
    // Single precision, relative to the largest number.
    private const double Tolerance = 2e-6;
    private const double Epsilon = 1e-6;

    [Test]
    public void Norms_and_gradients_are_those_of_the_formula()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        // More rows than the gradient has parts.
        Follow(
            sources => TorchRuntime.Current.RootMeanSquareNorm(sources[0], sources[1], Epsilon, ScalarType.Float32),
            exact => exact[0] * (exact[0].square().mean([-1], keepdim: true) + Epsilon).rsqrt() * exact[1],
            randn([3, 19, 37]).mul(3), randn(37));
    }

    [Test]
    public void Gates_and_gradients_are_those_of_the_formula()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Follow(
            sources => TorchRuntime.Current.GatedSilu(sources[0], sources[1]), exact => exact[0] * exact[0].sigmoid() * exact[1],
            randn([5, 53]).mul(8), randn([5, 53]));
    }

    [Test]
    public void Short_numbers_are_computed_in_single_precision_and_rounded_once()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (vectors, other, scale) = (Short(randn([7, 37])), Short(randn([7, 37])), randn(37));
        Tensor Wide(Tensor tensor) => tensor.to_type(ScalarType.Float32);

        var norm = TorchRuntime.Current.RootMeanSquareNorm(vectors, scale, Epsilon, ScalarType.BFloat16);
        var gated = TorchRuntime.Current.GatedSilu(vectors, other);

        Assert.That(norm.Equals(Short(TorchRuntime.Current.RootMeanSquareNorm(Wide(vectors), scale, Epsilon, ScalarType.Float32))), Is.True);
        Assert.That(gated.Equals(Short(TorchRuntime.Current.GatedSilu(Wide(vectors), Wide(other)))), Is.True);
    }

    [Test]
    public void Gradients_of_short_results_have_the_types_of_what_they_belong_to()
    {
        using var scope = NewDisposeScope();
        var (vectors, scale) = (ones([4, 8]), ones(8));
        vectors.requires_grad = scale.requires_grad = true;

        TorchRuntime.Current.RootMeanSquareNorm(vectors, scale, Epsilon, ScalarType.BFloat16).sum().backward();

        Assert.That(vectors.grad!.dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(scale.grad!.sum().ToDouble(), Is.EqualTo(32).Within(1e-3));
    }

    [Test]
    public void A_norm_hides_no_number_that_is_not_one()
    {
        using var scope = NewDisposeScope();
        var vectors = ones([2, 8]);
        vectors[0, 3] = double.NaN;

        var norm = TorchRuntime.Current.RootMeanSquareNorm(vectors, ones(8), Epsilon, ScalarType.Float32);

        Assert.That(norm[0].isnan().all().ToBoolean(), Is.True);
        Assert.That(norm[1].isnan().any().ToBoolean(), Is.False);
    }

    [Test]
    public void Heads_turn_by_their_positions_and_back()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var heads = randn([2, 5, 3, 12]);
        var angles = randn([5, 6], ScalarType.Float64);
        var factors = stack([cat([angles.cos(), angles.cos()], 1), cat([-angles.sin(), angles.sin()], 1)]).to_type(ScalarType.Float32);

        var turned = TorchRuntime.Current.TurnHeads(heads, factors, positions: 1, 1, ScalarType.Float32);
        var back = TorchRuntime.Current.TurnHeads(turned, factors, positions: 2, -1, ScalarType.Float32);

        var (cosines, sines) = (angles.cos().unsqueeze(1), angles.sin().unsqueeze(1));
        var (low, high) = (heads.narrow(-1, 0, 6), heads.narrow(-1, 6, 6));
        var expected = cat([low * cosines - high * sines, high * cosines + low * sines], -1).transpose(1, 2);
        Assert.That(turned.shape, Is.EqualTo(new long[] { 2, 3, 5, 12 }));
        Assert.That(Difference(turned, expected), Is.LessThan(Tolerance));
        Assert.That(Difference(back, heads), Is.LessThan(Tolerance));
    }

    [TestCase(ScalarType.Float32, 2e-6)]
    [TestCase(ScalarType.BFloat16, 5e-3)]
    public void Each_row_of_a_softmax_sees_one_key_more(ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var scores = randn([2, 6, 21]).mul(20).to_type(type);
        // Rows of periods of 3 see 18, 19 and 20 of 21 keys.
        var later = ones([3, 21], ScalarType.Bool).triu(18);
        var expected = scores.to_type(ScalarType.Float64).view(2, 2, 3, 21).masked_fill(later, double.NegativeInfinity).softmax(-1);

        TorchRuntime.Current.MaskedSoftmax(scores, 3, 17);

        Assert.That(Difference(scores, expected.view(2, 6, 21)), Is.LessThan(tolerance));
        Assert.That(scores.view(2, 2, 3, 21).masked_select(later).count_nonzero().ToInt64(), Is.Zero);
    }

    [Test]
    public void A_softmax_without_a_mask_sees_all_keys_but_those_of_minus_infinity()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var scores = randn([4, 21]);
        scores.narrow(1, 7, 3).fill_(double.NegativeInfinity);
        var expected = scores.to_type(ScalarType.Float64).softmax(-1);

        TorchRuntime.Current.MaskedSoftmax(scores, 4, 21);

        Assert.That(Difference(scores, expected), Is.LessThan(Tolerance));
    }

    [Test]
    public void The_gradient_of_a_softmax_is_that_of_the_formula()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (gradient, mean, weights) = (randn([2, 3, 21]), randn([2, 3, 1]), rand([2, 3, 21]));
        var expected = (gradient - mean).to_type(ScalarType.Float64) * weights;

        TorchRuntime.Current.SoftmaxGradient(gradient, mean, weights);

        Assert.That(Difference(gradient, expected), Is.LessThan(Tolerance));
    }

    private static void Follow(Func<Tensor[], Tensor> operation, Func<Tensor[], Tensor> formula, params Tensor[] sources)
    {
        Tensor[] exact = [.. sources.Select(source => source.to_type(ScalarType.Float64))];
        foreach (var source in sources.Concat(exact))
            source.requires_grad = true;

        var (actual, expected) = (operation(sources), formula(exact));
        var direction = randn_like(actual);
        actual.backward([direction]);
        expected.backward([direction.to_type(ScalarType.Float64)]);

        Assert.That(Difference(actual, expected), Is.LessThan(Tolerance));
        for (var i = 0; i < sources.Length; i++)
            Assert.That(Difference(sources[i].grad!, exact[i].grad!), Is.LessThan(Tolerance), $"gradient {i}");
    }

    private static Tensor Short(Tensor tensor) => tensor.to_type(ScalarType.BFloat16);

    private static double Difference(Tensor actual, Tensor expected)
    {
        using var scope = NewDisposeScope();
        var exact = expected.detach().to_type(ScalarType.Float64);
        return ((actual.detach().to_type(ScalarType.Float64) - exact).abs().max() / exact.abs().max()).ToDouble();
    }
}
