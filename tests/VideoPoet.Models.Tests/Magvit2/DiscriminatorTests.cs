using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tests.Magvit2.Reference;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class DiscriminatorTests
{
    // Single precision through some twenty layers, values up to 4.
    private const double Tolerance = 1e-5;

    private static readonly VideoFormat s_format = new("tiny", 16, 16, 9);

    [Test]
    public void Logits_the_gradient_penalty_and_its_own_gradients_are_PyTorch_s()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new Discriminator(4, s_format);
        Samples.Fill(discriminator, gain: 4);
        var pixels = Samples.Read("discriminator/pixels").requires_grad_();

        var logits = discriminator.call(pixels);
        var penalty = AdversarialLosses.GradientPenalty(logits, pixels);
        penalty.backward();

        var parameters = discriminator.named_parameters().ToDictionary(item => item.name, item => item.parameter);
        Assert.Multiple(() =>
        {
            Assert.That(Samples.Difference(logits, "discriminator/logits"), Is.LessThan(Tolerance));
            Assert.That(Samples.Difference(penalty, "discriminator/penalty"), Is.LessThan(Tolerance));
            foreach (var name in new[] { "conv_in.weight", "blocks.2.conv1.weight" })
                Assert.That(Samples.Difference(parameters[name].grad!, $"discriminator/gradient/{name}"), Is.LessThan(Tolerance));
        });
    }

    [Test]
    public void A_new_discriminator_has_no_biases_yet()
    {
        using var discriminator = new Discriminator(4, s_format);

        Assert.That(discriminator.parameters().All(parameter => parameter.count_nonzero().ToInt64() > 0 == parameter.dim() > 1), Is.True);
    }

    [Test]
    public void Clips_of_another_format_are_refused()
    {
        using var discriminator = new Discriminator(4, s_format);
        using var pixels = zeros([1, 3, 5, 16, 16]);

        Assert.That(
            () => discriminator.call(pixels), Throws.ArgumentException.With.Message.Contains("[batch, 3, 9, 16, 16], found [1, 3, 5, 16, 16]"));
    }

    [Test]
    public void The_tokenizer_wants_high_logits_of_its_clips_and_the_discriminator_low_ones()
    {
        using var scope = NewDisposeScope();
        var decoded = tensor(new[] { 0.5f, -2 }).requires_grad_();
        var real = tensor(new[] { 1f, 3 }).requires_grad_();

        var ofTokenizer = AdversarialLosses.OfTokenizer(decoded);
        var ofDiscriminator = AdversarialLosses.OfDiscriminator(real, decoded);

        Assert.That(ofTokenizer.ToSingle(), Is.EqualTo((Softplus(-0.5) + Softplus(2)) / 2).Within(1e-6));
        Assert.That(
            ofDiscriminator.ToSingle(),
            Is.EqualTo((Softplus(-1) + Softplus(-3) + Softplus(0.5) + Softplus(-2)) / 2).Within(1e-6));
    }

    [Test]
    public void Lecam_compares_each_mean_with_the_other_s_running_average()
    {
        using var scope = NewDisposeScope();
        using var lecam = new LecamRegularizer(decay: 0.75);
        var (real, decoded) = (tensor(new[] { 3f, 5 }), tensor(new[] { -2f, -4 }));

        var first = lecam.call(real, decoded).ToSingle(); // averages 0 and 0
        lecam.Update(real, decoded); // averages 1 and −0.75
        var second = lecam.call(real, decoded).ToSingle();

        Assert.That(first, Is.EqualTo(4 * 4 + 3 * 3).Within(1e-5));
        Assert.That(second, Is.EqualTo(4.75 * 4.75 + 4 * 4).Within(1e-5));
        Assert.That(lecam.state_dict().Keys, Is.EquivalentTo(new[] { "real", "decoded" }));
    }

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
}
