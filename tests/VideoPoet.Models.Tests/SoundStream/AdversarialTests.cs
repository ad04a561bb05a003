using VideoPoet.Models.SoundStream.Adversarial;
using VideoPoet.Models.Tests.SoundStream.Reference;
using static VideoPoet.Models.Tests.SoundStream.Reference.ReferenceNumbers;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class AdversarialTests
{
    private const double Tolerance = 1e-4;

    [Test]
    public void Logits_are_those_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Small();

        var outputs = discriminator.call(Sound(3, 2, 1_024));

        Assert.Multiple(() =>
        {
            Assert.That(outputs, Has.Count.EqualTo(3));
            for (var i = 0; i < outputs.Count; i++)
                Assert.That(Difference(outputs[i].Logits, $"discriminator/logits{i}"), Is.LessThan(Tolerance));
        });
    }

    [Test]
    public void Losses_are_those_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Small();
        var (real, decoded) = (discriminator.call(Sound(3, 2, 1_024)), discriminator.call(Sound(4, 2, 1_024)));

        Assert.Multiple(() =>
        {
            Assert.That(Difference(AdversarialLoss.Discriminator(real, decoded), "discriminator/loss/discriminator"), Is.LessThan(Tolerance));
            Assert.That(Difference(AdversarialLoss.Generator(decoded), "discriminator/loss/generator"), Is.LessThan(Tolerance));
            Assert.That(Difference(AdversarialLoss.Features(real, decoded), "discriminator/loss/features"), Is.LessThan(Tolerance));
        });
    }

    [Test]
    public void Equal_sounds_have_equal_features()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Small();
        var outputs = discriminator.call(Sound(3, 1, 1_024));

        Assert.That(AdversarialLoss.Features(outputs, outputs).ToDouble(), Is.Zero);
    }

    [Test]
    public void The_published_sizes_judge_a_second_of_sound()
    {
        using var scope = NewDisposeScope();
        using var silent = no_grad();
        using var discriminator = new SoundDiscriminator();

        var outputs = discriminator.call(Sound(3, 1, 16_000));

        long[][] expected = [[1, 1, 7, 1], [1, 1, 63], [1, 1, 32], [1, 1, 16]];
        Assert.That(outputs.Select(output => output.Logits.shape), Is.EqualTo(expected));
    }

    private static SoundDiscriminator Small()
    {
        var discriminator = new SoundDiscriminator(new() { Waves = 2, WaveChannels = 4, SpectrumChannels = 2, Window = 128, Hop = 32 });
        Fill(discriminator, magnitude: 1.4);
        return discriminator;
    }
}
