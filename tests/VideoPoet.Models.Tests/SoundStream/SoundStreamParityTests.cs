using VideoPoet.Models.SoundStream;
using static VideoPoet.Models.Tests.SoundStream.Reference.ReferenceNumbers;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class SoundStreamParityTests
{
    // Sums of some hundred products in single precision.
    private const double Tolerance = 1e-4;

    [Test]
    public void Codes_and_decoded_sound_are_those_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.CreateFilled();

        var codes = tokenizer.Encode(Sound(1, 2, 60));
        var decoded = tokenizer.Decode(codes);

        Assert.That(codes.Equals(Read("soundstream/codes")), Is.True);
        Assert.That(Difference(decoded, "soundstream/decoded"), Is.LessThan(Tolerance));
    }

    [Test]
    public void A_training_step_is_that_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.CreateFilled(new QuantizerTraining { DropLevels = false, DeadBelow = 0 });

        var result = tokenizer.call(Sound(1, 2, 60));
        (result.Waveform.square().sum() + result.Commitment).backward();

        Assert.That(result.Codes.Equals(Read("soundstream/training/codes")), Is.True);
        Assert.Multiple(() =>
        {
            Assert.That(Difference(result.Waveform, "soundstream/training/waveform"), Is.LessThan(Tolerance));
            Assert.That(Difference(result.Commitment, "soundstream/training/commitment"), Is.LessThan(Tolerance));
            foreach (var name in new[] { "encoder.layers.0.conv.weight", "decoder.layers.0.conv.weight" })
                Assert.That(Difference(tokenizer.get_parameter(name)!.grad!, $"soundstream/gradient/{name}"), Is.LessThan(Tolerance));
        });
    }

    [Test]
    public void Codebooks_follow_the_moving_averages_of_PyTorch([Range(0, 2)] int level, [Values("counts", "sums", "embedding")] string what)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = SmallTokenizer.CreateFilled(new QuantizerTraining { DropLevels = false, DeadBelow = 0 });

        tokenizer.call(Sound(1, 2, 60)).LearnCodebooks();

        Assert.That(Difference(tokenizer.Codebook(level, what), $"soundstream/after/quantizer.levels.{level}.{what}"), Is.LessThan(Tolerance));
    }
}
