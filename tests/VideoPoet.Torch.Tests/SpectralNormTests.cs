using VideoPoet.Torch.Tests.Reference;
using static TorchSharp.torch.nn.functional;

namespace VideoPoet.Torch.Tests;

public sealed class SpectralNormTests
{
    [Test]
    public void A_training_step_and_the_weight_after_it_are_PyTorch_s()
    {
        using var scope = NewDisposeScope();
        var raw = ReferenceTensors.ReadParameter("spectral_norm/raw");
        using var norm = new SpectralNorm(raw);
        norm.get_buffer("_u")!.copy_(ReferenceTensors.Read("spectral_norm/u"));
        norm.get_buffer("_v")!.copy_(ReferenceTensors.Read("spectral_norm/v"));

        conv2d(ReferenceTensors.Read("spectral_norm/image"), norm.call(raw)).square().sum().backward();
        norm.eval();

        Assert.Multiple(() =>
        {
            Assert.That(ReferenceTensors.Difference(norm.get_buffer("_u")!, "spectral_norm/u_after"), Is.LessThan(1e-5));
            Assert.That(ReferenceTensors.Difference(norm.get_buffer("_v")!, "spectral_norm/v_after"), Is.LessThan(1e-5));
            Assert.That(ReferenceTensors.Difference(raw.grad!, "spectral_norm/grad"), Is.LessThan(1e-4), "gradients reach 10");
            Assert.That(ReferenceTensors.Difference(norm.call(raw), "spectral_norm/weight_eval"), Is.LessThan(1e-5));
        });
    }

    [Test]
    public void The_largest_singular_value_becomes_one()
    {
        using var scope = NewDisposeScope();
        var weight = randn(8, 5) * 3;
        using var norm = new SpectralNorm(weight, iterations: 200);

        var largest = linalg.svdvals(norm.call(weight)).max().ToDouble();

        Assert.That(largest, Is.EqualTo(1).Within(1e-4));
    }

    [Test]
    public void A_vector_has_no_singular_values() =>
        Assert.That(() => new SpectralNorm(ones(3)), Throws.ArgumentException.With.Message.Contains("two dimensions"));
}
