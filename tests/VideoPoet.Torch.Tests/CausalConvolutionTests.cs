namespace VideoPoet.Torch.Tests;

public sealed class CausalConvolutionTests
{
    // Odd sizes have half tiles at their edges; fewer channels than a vector has; more than one block of tiles; frames given and not given.
    [TestCase(2, 12, 13, 5, 16, 16, 2)]
    [TestCase(1, 12, 24, 1, 10, 6, 2)]
    [TestCase(1, 8, 6, 4, 7, 9, 0)]
    [TestCase(1, 3, 5, 3, 8, 8, 2)]
    [TestCase(1, 16, 16, 3, 33, 70, 1)]
    [TestCase(1, 130, 20, 3, 18, 34, 2)]
    public void Frames_and_gradients_are_those_of_libtorch_s_convolution(
        int batch, int inputs, int outputs, int frames, int height, int width, int zeros)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Tensor[] sources =
        [
            randn([batch, inputs, frames, height, width]),
            randn([outputs, inputs, 3, 3, 3]).div_(Math.Sqrt(27 * inputs)),
            randn(outputs),
        ];
        Tensor[] exact = [.. sources.Select(source => source.to_type(ScalarType.Float64))];
        foreach (var source in sources.Concat(exact))
            source.requires_grad = true;

        var actual = TorchRuntime.Current.CausalConvolution(sources[0], sources[1], sources[2], zeros);
        var padded = nn.functional.pad(exact[0], [0L, 0, 0, 0, zeros, 0]);
        var expected = nn.functional.conv3d(padded, exact[1], exact[2], padding: [0L, 1, 1]);
        var direction = randn_like(actual);
        actual.backward([direction]);
        expected.backward([direction.to_type(ScalarType.Float64)]);

        // Single precision, relative to the largest number: some thousand terms.
        Assert.That(Difference(actual, expected), Is.LessThan(1e-5));
        for (var i = 0; i < sources.Length; i++)
            Assert.That(Difference(sources[i].grad!, exact[i].grad!), Is.LessThan(1e-5), $"gradient {i}");
    }

    [Test]
    public void Doubles_are_convolved_as_doubles()
    {
        using var scope = NewDisposeScope();
        var (frames, weight) = (randn([1, 8, 2, 4, 4], ScalarType.Float64), randn([8, 8, 3, 3, 3], ScalarType.Float64));

        var actual = TorchRuntime.Current.CausalConvolution(frames, weight, null, 2);

        var expected = nn.functional.conv3d(nn.functional.pad(frames, [0L, 0, 0, 0, 2, 0]), weight, padding: [0L, 1, 1]);
        Assert.That(actual.dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(Difference(actual, expected), Is.LessThan(1e-14));
    }

    [Test]
    public void Frames_of_another_shape_are_refused()
    {
        using var scope = NewDisposeScope();

        Assert.That(
            () => TorchRuntime.Current.CausalConvolution(randn([1, 8, 2, 4, 4]), randn([8, 12, 3, 3, 3]), null, 2),
            Throws.Exception.With.Message.Contains("[8, 12, 3, 3, 3]"));
    }

    private static double Difference(Tensor actual, Tensor expected)
    {
        using var scope = NewDisposeScope();
        var difference = (actual.detach().to_type(ScalarType.Float64) - expected.detach()).abs().max().ToDouble();
        return difference / expected.detach().abs().max().ToDouble();
    }
}
