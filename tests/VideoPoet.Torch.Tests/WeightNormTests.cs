using VideoPoet.Torch.Tests.Reference;
using static TorchSharp.torch.nn.functional;

namespace VideoPoet.Torch.Tests;

public sealed class WeightNormTests
{
    // Single precision, sums of fifteen products.
    private const double Tolerance = 1e-5;

    [TestCase(0)]
    [TestCase(1)]
    public void The_weight_and_its_gradients_are_PyTorch_s(int dim)
    {
        using var scope = NewDisposeScope();
        var direction = ReferenceTensors.ReadParameter($"weight_norm{dim}/v");
        var magnitude = ReferenceTensors.ReadParameter($"weight_norm{dim}/g");

        var weight = WeightNorm.Weight(direction, magnitude, dim);
        conv1d(ReferenceTensors.Read($"weight_norm{dim}/signal"), weight).square().sum().backward();

        Assert.Multiple(() =>
        {
            Assert.That(ReferenceTensors.Difference(weight, $"weight_norm{dim}/weight"), Is.LessThan(Tolerance));
            Assert.That(ReferenceTensors.Difference(direction.grad!, $"weight_norm{dim}/grad_v"), Is.LessThan(20 * Tolerance), "gradients reach 20");
            Assert.That(ReferenceTensors.Difference(magnitude.grad!, $"weight_norm{dim}/grad_g"), Is.LessThan(20 * Tolerance), "gradients reach 20");
        });
    }

    [Test]
    public void A_weight_split_into_direction_and_norm_is_itself()
    {
        using var scope = NewDisposeScope();
        var weight = randn(4, 3, 2);

        Assert.That(WeightNorm.Weight(weight, WeightNorm.Norm(weight)).allclose(weight), Is.True);
    }
}
