namespace VideoPoet.Torch.Tests;

public sealed class FrameNormTests
{
    private const double Epsilon = 1e-6;

    [TestCase(true, true, 1, 1)]
    [TestCase(true, false, 2, 5)]
    [TestCase(false, true, 1, 1)]
    [TestCase(false, false, 2, 1)]
    public void Frames_and_gradients_are_those_of_the_formula(bool perFrame, bool silu, int scaleBatch, int scaleFrames)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        // Neither 3 × 7 pixels nor a frame's channels fill whole vectors.
        Tensor[] sources = [randn([2, 12, 5, 3, 7]).mul(3).add(1), randn([scaleBatch, 12, scaleFrames]), randn([scaleBatch, 12, scaleFrames])];
        Tensor[] exact = [.. sources.Select(source => source.to_type(ScalarType.Float64))];
        foreach (var source in sources.Concat(exact))
            source.requires_grad = true;

        var actual = TorchRuntime.Current.FrameNorm(sources[0], sources[1], sources[2], 4, Epsilon, perFrame, silu);
        var expected = Formula(exact[0], exact[1], exact[2], 4, perFrame, silu);
        var direction = randn_like(actual);
        actual.backward([direction]);
        expected.backward([direction.to_type(ScalarType.Float64)]);

        // Single precision, relative to the largest number.
        Assert.That(Difference(actual, expected), Is.LessThan(2e-6));
        for (var i = 0; i < sources.Length; i++)
            Assert.That(Difference(sources[i].grad!, exact[i].grad!), Is.LessThan(2e-6), $"gradient {i}");
    }

    [Test]
    public void Short_numbers_are_normalised_in_single_precision_and_stay_short()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var frames = randn([1, 8, 2, 4, 5]).to_type(ScalarType.BFloat16);
        var (scale, shift) = (randn([1, 8, 1]), randn([1, 8, 1]));

        var actual = TorchRuntime.Current.FrameNorm(frames, scale, shift, 4, Epsilon, perFrame: true, silu: true);

        var whole = TorchRuntime.Current.FrameNorm(frames.to_type(ScalarType.Float32), scale, shift, 4, Epsilon, perFrame: true, silu: true);
        Assert.That(actual.dtype, Is.EqualTo(ScalarType.BFloat16));
        Assert.That(actual.Equals(whole.to_type(ScalarType.BFloat16)), Is.True);
    }

    [Test]
    public void Infinite_numbers_do_not_become_finite_ones()
    {
        using var scope = NewDisposeScope();
        var frames = zeros([1, 4, 1, 2, 2]);
        frames[0, 0, 0, 0, 0] = double.NaN;

        var result = TorchRuntime.Current.FrameNorm(frames, ones([1, 4, 1]), zeros([1, 4, 1]), 4, Epsilon, perFrame: true, silu: true);

        Assert.That(result.select(1, 0).isnan().all().ToBoolean(), Is.True);
        Assert.That(result.narrow(1, 1, 3).isnan().any().ToBoolean(), Is.False);
    }

    private static Tensor Formula(Tensor frames, Tensor scale, Tensor shift, long groups, bool perFrame, bool silu)
    {
        var grouped = frames.view(frames.shape[0], groups, frames.shape[1] / groups, frames.shape[2], -1);
        long[] over = perFrame ? [2, 4] : [2, 3, 4];
        var centred = grouped.sub(grouped.mean(over, keepdim: true));
        var normal = centred.div(centred.square().mean(over, keepdim: true).add(Epsilon).sqrt()).view(frames.shape);
        var result = normal.mul(scale.unsqueeze(-1).unsqueeze(-1)).add(shift.unsqueeze(-1).unsqueeze(-1));
        return silu ? result.mul(result.sigmoid()) : result;
    }

    private static double Difference(Tensor actual, Tensor expected)
    {
        using var scope = NewDisposeScope();
        var difference = (actual.detach().to_type(ScalarType.Float64) - expected.detach()).abs().max().ToDouble();
        return difference / expected.detach().abs().max().ToDouble();
    }
}
