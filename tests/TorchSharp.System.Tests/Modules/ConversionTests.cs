namespace VideoPoet.Engines.Tests.Modules;

/// <summary>Converting modules to other types.</summary>
public sealed class ConversionTests
{
    [Test]
    public void Floating_point_members_are_converted_and_others_kept()
    {
        using var network = new SmallNetwork();

        network.to(float64);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(network.parameters().Select(parameter => parameter.dtype), Is.All.EqualTo(float64));
            Assert.That(network.Offset.dtype, Is.EqualTo(float64));
            Assert.That(network.get_buffer("norm.num_batches_tracked")!.dtype, Is.EqualTo(int64));
        }
    }

    [Test]
    public void A_conversion_returns_the_module_in_its_own_type()
    {
        using SmallNetwork network = new SmallNetwork().to(float64).@float();

        Assert.That(network.Scale.dtype, Is.EqualTo(float32));
    }

    [Test]
    public void Converted_modules_compute_in_their_new_type()
    {
        using var network = new SmallNetwork().to(float64);
        using var input = ones(2, 3, dtype: float64);
        using var output = network.call(input);

        Assert.That(output.dtype, Is.EqualTo(float64));
    }

    [Test]
    public void Gradients_are_converted_with_their_parameters()
    {
        using var network = nn.Linear(2, 1);
        using (var loss = network.call(ones(1, 2)).sum())
            loss.backward();

        network.to(float64);

        using var gradient = network.weight.grad!;
        Assert.That(gradient.dtype, Is.EqualTo(float64));
        Assert.That(gradient.allclose(ones(1, 2, dtype: float64)), Is.True);
    }
}
