using VideoPoet.Models.SoundStream;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.SoundStream;

public sealed class CosineStartTests
{
    private static readonly AudioTokenizerSpec s_spec = new()
    {
        Channels = 16, Strides = [4, 4, 4, 5], Embedding = 64, Levels = 4, TrainedLevels = 4, Codes = 16, Parameters = 2_039_873,
    };

    [Test]
    public void A_new_network_gives_back_what_is_low_in_a_sound()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var tokenizer = new SoundStreamTokenizer(s_spec);
        var time = arange(16_000, dtype: ScalarType.Float32) / 16_000;
        var low = (0.02 * sin(time * (2 * Math.PI * 210)) + 0.01 * sin(time * (2 * Math.PI * 733))).view(1, 1, -1);

        using var silent = no_grad();
        var back = tokenizer.Pass(low);

        var ratio = 10 * Math.Log10((low.square().sum() / (back - low).square().sum()).ToDouble());
        TestContext.Out.WriteLine($"{ratio:0.0} dB");
        Assert.That(ratio, Is.GreaterThan(12));
    }
}
