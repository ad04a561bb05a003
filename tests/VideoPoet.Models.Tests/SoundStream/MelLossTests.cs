using VideoPoet.Models.SoundStream.Adversarial;
using VideoPoet.Models.Tests.SoundStream.Reference;
using static VideoPoet.Models.Tests.SoundStream.Reference.ReferenceNumbers;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class MelLossTests
{
    private const double Tolerance = 1e-4;

    [Test]
    public void Bands_are_those_of_the_formulas()
    {
        using var scope = NewDisposeScope();
        using var mel = new MelSpectrogram(64);

        var bands = mel.call(Sound(5, 2, 3_000)).narrow(2, 0, 20).transpose(1, 2);

        Assert.That(Difference(bands, "mel/shortest"), Is.LessThan(Tolerance));
    }

    [Test]
    public void The_loss_and_its_gradient_are_those_of_the_formulas()
    {
        using var scope = NewDisposeScope();
        using var loss = new MelLoss();
        var decoded = Sound(6, 2, 3_000).requires_grad_();

        var value = loss.call(Sound(5, 2, 3_000), decoded);
        value.backward();

        Assert.Multiple(() =>
        {
            Assert.That(Difference(value, "mel/loss"), Is.LessThan(Tolerance));
            // Logarithms of nearly silent bands have steep gradients.
            Assert.That(Difference(decoded.grad!, "mel/gradient"), Is.LessThan(1e-3));
        });
    }

    [Test]
    public void Silence_has_no_loss_and_a_finite_gradient()
    {
        using var scope = NewDisposeScope();
        using var loss = new MelLoss();
        var silence = zeros(1, 1, 2_000, requires_grad: true);

        var value = loss.call(zeros(1, 1, 2_000), silence);
        value.backward();

        Assert.That(value.ToDouble(), Is.Zero);
        Assert.That(silence.grad!.isfinite().all().ToBoolean(), Is.True);
    }

    [Test]
    public void A_sound_too_short_for_the_longest_window_is_refused()
    {
        using var scope = NewDisposeScope();
        using var loss = new MelLoss();

        Assert.That(
            () => loss.call(zeros(1, 1, 1_024), zeros(1, 1, 1_024)),
            Throws.ArgumentException.With.Message.StartsWith("sound must be [batch, 1, samples] with at least 1025 samples, found [1, 1, 1024]."));
    }
}
