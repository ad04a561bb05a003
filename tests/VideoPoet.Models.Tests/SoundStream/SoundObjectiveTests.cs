using VideoPoet.Models.SoundStream.Adversarial;
using VideoPoet.Models.SoundStream.Training;
using VideoPoet.Specs;
using static VideoPoet.Models.Tests.SoundStream.Reference.ReferenceNumbers;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class SoundObjectiveTests
{
    private const double Tolerance = 1e-4;
    private const int Samples = 1_024;

    private static readonly AudioTokenizerLossSpec s_weights = new()
    {
        Mel = 0.01,
        MelWindows = [64, 256],
        MelFloor = 0.5,
        MelMagnitude = 0.3,
        Wave = 6,
        Commitment = 0.7,
        Adversarial = new() { Weight = 1.5, Features = 10 },
    };

    [Test]
    public void Discriminators_of_mel_spectrograms_judge_as_PyTorch_does()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Discriminator();

        var outputs = discriminator.call(Sound(7, 2, Samples));

        Assert.That(outputs, Has.Count.EqualTo(5), "spectrum, two waves and two mel spectrograms");
        Assert.Multiple(() =>
        {
            for (var i = 0; i < outputs.Count; i++)
                Assert.That(Difference(outputs[i].Logits, $"objective/logits{i}"), Is.LessThan(Tolerance));
        });
    }

    [Test]
    public void The_whole_objective_and_its_gradient_are_those_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Discriminator();
        using var objective = new SoundObjective(s_weights);
        var decoded = Sound(8, 2, Samples).requires_grad_();

        var loss = objective.Of(Sound(7, 2, Samples), decoded, tensor(2f), discriminator);
        loss.Total.backward();

        Assert.Multiple(() =>
        {
            Assert.That(Difference(loss.Mel, "objective/mel"), Is.LessThan(Tolerance));
            Assert.That(Difference(loss.Wave, "objective/wave"), Is.LessThan(Tolerance));
            Assert.That(Difference(loss.Adversarial!, "objective/adversarial"), Is.LessThan(Tolerance));
            Assert.That(Difference(loss.Features!, "objective/features"), Is.LessThan(Tolerance));
            Assert.That(Difference(loss.Total, "objective/total"), Is.LessThan(Tolerance));
            Assert.That(Difference(decoded.grad!, "objective/gradient_of_decoded"), Is.LessThan(Tolerance));
        });
    }

    [Test]
    public void The_objective_of_the_discriminators_has_the_gradient_of_PyTorch_and_none_for_what_was_decoded()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Discriminator();
        var decoded = Sound(8, 2, Samples).requires_grad_();

        var loss = SoundObjective.OfDiscriminator(discriminator, Sound(7, 2, Samples), decoded);
        loss.backward();

        var parameters = discriminator.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);
        string[] names = ["mels.1.network.layers.2.weight_v", "spectrum.network.layers.0.weight_g", "waves.0.layers.3.bias"];
        Assert.Multiple(() =>
        {
            Assert.That(Difference(loss, "objective/discriminator"), Is.LessThan(Tolerance));
            Assert.That(decoded.grad, Is.Null);
            foreach (var name in names)
                Assert.That(Difference(parameters[name].grad!, $"objective/gradient/{name}"), Is.LessThan(Tolerance));
        });
    }

    [Test]
    public void Discriminators_without_weights_are_refused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Discriminator();
        using var objective = new SoundObjective(s_weights with { Adversarial = null });
        var sound = Sound(7, 1, Samples);

        Assert.That(() => objective.Of(sound, sound, commitment: null, discriminator), Throws.ArgumentException);
    }

    private static SoundDiscriminator Discriminator()
    {
        var discriminator = new SoundDiscriminator(new()
        {
            Waves = 2, WaveChannels = 4, SpectrumChannels = 2, Window = 128, Hop = 32, MelWindows = [64, 128], MelChannels = 2,
        });
        Fill(discriminator, magnitude: 1.4);
        return discriminator;
    }
}
