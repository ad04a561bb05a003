using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tests.Magvit2.Reference;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class QuantizerLossTests
{
    // Entropies of up to 8 bits, 5.5 nats, in single precision.
    private const double Tolerance = 1e-5;

    [TestCase(0.01, "0.01")]
    [TestCase(1, "1.0")]
    public void The_factorised_sample_entropy_is_that_over_all_codes(double temperature, string name)
    {
        using var scope = NewDisposeScope();
        var entropy = QuantizerLosses.SampleEntropy(Samples.Read("quantizer/latents"), temperature);

        Assert.That(Samples.Difference(entropy, $"quantizer/{name}/sample"), Is.LessThan(Tolerance));
    }

    [Test]
    public void The_batch_entropy_is_that_over_all_codes_of_each_group(
        [Values(0.01, 1)] double temperature, [Values(1, 2, 4)] int groups)
    {
        using var scope = NewDisposeScope();
        var entropy = QuantizerLosses.BatchEntropy(Samples.Read("quantizer/latents"), temperature, groups);

        Assert.That(Samples.Difference(entropy, $"quantizer/{(temperature == 1 ? "1.0" : "0.01")}/batch{groups}"), Is.LessThan(Tolerance));
    }

    [Test]
    public void Groups_that_do_not_divide_the_bits_are_refused()
    {
        using var latents = zeros(1, 8, 2);

        Assert.That(() => QuantizerLosses.BatchEntropy(latents, 1, 3), Throws.ArgumentException.With.Message.Contains("divide the 8 bits, found 3"));
    }

    [Test]
    public void Extreme_latents_have_finite_losses_and_gradients()
    {
        using var scope = NewDisposeScope();
        var latents = tensor(new[,] { { 1e4f, -1e4f, 0, 1e-8f } }).unsqueeze(-1).requires_grad_();

        new QuantizerObjective().Loss(latents, step: 0).backward();

        Assert.That(latents.grad!.isfinite().all().ToBoolean(), Is.True);
    }

    [TestCase(0, 0.4)]
    [TestCase(1_000, 0.25)]
    [TestCase(2_000, 0.1)]
    [TestCase(1_000_000, 0.1)]
    public void The_entropies_weight_falls_from_four_times_its_value(long step, double weight) =>
        Assert.That(new QuantizerObjective().EntropyWeightAt(step), Is.EqualTo(weight).Within(1e-12));

    [Test]
    public void Without_annealing_the_weight_is_its_value_from_the_start() =>
        Assert.That(new QuantizerObjective { AnnealingSteps = 0 }.EntropyWeightAt(0), Is.EqualTo(0.1));
}
