using VideoPoet.Inference.Decoding;

namespace VideoPoet.Inference.Tests;

public sealed class SamplingOptionsTests
{
    [Test]
    public void Without_a_word_tokens_are_drawn_from_the_model_itself()
    {
        var options = new SamplingOptions();
        Assert.That((options.Temperature, options.TopK, options.TopP, options.Guidance), Is.EqualTo((1.0, (int?)null, 1.0, 1.0)));
    }
}
