using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Perceptual;
using VideoPoet.Models.Tests.Magvit2.Reference;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.Magvit2;

/// <summary>All losses of a joint step together, against PyTorch.</summary>
public sealed class TrainingObjectiveTests
{
    // Single precision through some seventy layers and second derivatives, relative where a value is above 1.
    private const double Tolerance = 1e-4;

    private const double AdversarialWeight = 0.7;

    private static readonly VideoTokenizerLossSpec s_weights = new()
    {
        Reconstruction = 10,
        Motion = 2,
        Perceptual = 30,
        Quantizer = new() { Temperature = 0.5 },
    };

    [Test]
    public void The_whole_objective_and_the_gradients_of_both_networks_are_PyTorch_s()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        using var discriminator = new Discriminator(4, new VideoFormat("tiny", 16, 16, 9));
        Samples.Fill(discriminator, gain: 4);
        using var features = new SmallFeatureNetwork([4, 6]);
        Samples.Fill(features);
        using var lecam = Lecam(real: -3.1, decoded: -3.2);
        var real = Samples.Read("objective/real");

        var reconstruction = tokenizer.call(real);
        var loss = new TokenizerObjective(s_weights, new PerceptualLoss(features)).Of(reconstruction, real, step: 500);
        var adversarial = new AdversarialPass(discriminator, lecam, gradientPenalty: 10, lecamWeight: 0.5).Look(reconstruction.Pixels, real);
        var total = loss.Total.add(adversarial.Tokenizer.mul(AdversarialWeight));
        total.backward();
        Assert.That(
            discriminator.parameters().All(parameter => parameter.grad is null), Is.True, "the tokenizer's loss teaches the discriminator nothing");
        var before = Gradient(tokenizer, "encoder.conv_in.conv_1.weight").clone();
        adversarial.Discriminator.backward();

        Assert.Multiple(() =>
        {
            Assert.That(Difference(loss.Reconstruction, "reconstruction"), Is.LessThan(Tolerance));
            Assert.That(Difference(loss.Perceptual!, "perceptual"), Is.LessThan(Tolerance));
            Assert.That(Difference(adversarial.Tokenizer, "adversarial"), Is.LessThan(Tolerance));
            Assert.That(Difference(total, "total"), Is.LessThan(Tolerance));
            Assert.That(Difference(Norms(tokenizer), "gradient_norms"), Is.LessThan(Tolerance));
            Assert.That(Difference(before, "gradient/encoder.conv_in.conv_1.weight"), Is.LessThan(Tolerance));
            Assert.That(Difference(adversarial.Discriminator, "discriminator"), Is.LessThan(Tolerance));
            Assert.That(Difference(Norms(discriminator), "discriminator_gradient_norms"), Is.LessThan(Tolerance));
            Assert.That(Difference(Gradient(discriminator, "conv_in.weight"), "discriminator_gradient/conv_in.weight"), Is.LessThan(Tolerance));
            Assert.That(
                Gradient(tokenizer, "encoder.conv_in.conv_1.weight").eq(before).all().ToBoolean(), Is.True,
                "the discriminator's loss teaches the tokenizer nothing");
        });
    }

    [Test]
    public void Pixels_that_move_count_for_more_and_clips_at_rest_as_ever()
    {
        using var scope = NewDisposeScope();
        var rest = full([1, 3, 3, 2, 2], 0.5f);
        var moving = rest.clone();
        moving[0, TensorIndex.Colon, 1, 0, 0] = 0.9f; // one place of four lights up in the middle frame, and so moves in all three
        var (right, wrong) = (moving.clone(), moving.clone());
        wrong[0, TensorIndex.Colon, 0, 0, 0] = 0.3f;
        right[0, TensorIndex.Colon, 0, 1, 1] = 0.3f;
        var loss = new ReconstructionLoss(motion: 3);

        // A place of weight 4 beside three of weight 1: a wrong value there counts 16/7 of what it would among equals.
        var plain = new ReconstructionLoss().Of(wrong, moving).ToDouble();
        Assert.Multiple(() =>
        {
            Assert.That(plain, Is.EqualTo(0.04 / 12).Within(1e-6));
            Assert.That(loss.Of(wrong, moving).ToDouble(), Is.EqualTo(plain * 16 / 7).Within(1e-6));
            Assert.That(loss.Of(right, moving).ToDouble(), Is.EqualTo(plain * 4 / 7).Within(1e-6));
            Assert.That(loss.Of(wrong, rest).ToDouble(), Is.EqualTo(new ReconstructionLoss().Of(wrong, rest).ToDouble()).Within(1e-6));
        });
    }

    private static LecamRegularizer Lecam(double real, double decoded)
    {
        var lecam = new LecamRegularizer();
        using var silent = no_grad();
        lecam.get_buffer("real")!.fill_(real);
        lecam.get_buffer("decoded")!.fill_(decoded);
        return lecam;
    }

    private static Tensor Gradient(nn.Module module, string name) => module.get_parameter(name)!.grad!;

    private static Tensor Norms(nn.Module module) =>
        stack(module.named_parameters().OrderBy(item => item.name, StringComparer.Ordinal).Select(item => item.parameter.grad!.norm()));

    private static double Difference(Tensor actual, string name)
    {
        using var scope = NewDisposeScope();
        var expected = Samples.Read($"objective/{name}");
        Assert.That(actual.shape, Is.EqualTo(expected.shape), name);
        var difference = actual.detach().sub(expected).abs().div(expected.abs().clamp(min: 1)).max().ToDouble();
        TestContext.Out.WriteLine($"{name}: {difference:g3}");
        return difference;
    }
}
