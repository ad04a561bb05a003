using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Tensors;

// libtorch 1.13 writes beyond its memory here, and the process ends without a word, sooner or later.
public sealed class PointConvolutionTests
{
    [Test]
    public void Filters_of_one_element_take_steps_over_few_channels_that_lie_beside_each_other()
    {
        using var scope = NewDisposeScope();
        for (var repetition = 0; repetition < 20; repetition++)
        {
            foreach (var channels in (long[])[1, 2, 3, 4, 5, 8, 12])
            {
                var input = randn(2, 65, 64, channels).permute(0, 3, 1, 2).requires_grad_();
                var weight = randn(6, channels, 1, 1).requires_grad_();

                var output = F.conv2d(input, weight, strides: [1, 2]);
                output.square().sum().backward();

                var expected = einsum("bchw,oc->bohw", input.slice(3, 0, 64, 2), weight.flatten(1));
                Assert.That((output - expected).abs().max().ToSingle(), Is.LessThan(1e-4f), $"{channels} channels");
                Assert.That(input.grad!.slice(3, 1, 64, 2).abs().max().ToSingle(), Is.Zero, "places between");
            }
        }
    }
}
