using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tests.Magvit2.Reference;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class ImageInflationTests
{
    [Test]
    public void Inflation_changes_nothing_about_images([Values] TemporalRules rules)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer(rules);
        var image = Samples.Pixels(1);
        var before = tokenizer.call(image);

        ImageInflation.Inflate(tokenizer);

        Assert.That(tokenizer.call(image).Pixels.Equals(before.Pixels), Is.True);
    }

    [Test]
    public void An_inflated_tokenizer_treats_every_frame_of_a_still_video_as_the_image()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        ImageInflation.Inflate(tokenizer);
        var image = Samples.Pixels(1);

        var still = tokenizer.call(image);
        var video = tokenizer.call(image.expand(-1, -1, 9, -1, -1));

        // The same sums over other shapes, through some fifty layers.
        Assert.Multiple(() =>
        {
            Assert.That(Samples.Difference(video.Latents, still.Latents.expand(-1, -1, 3, -1, -1), "latents"), Is.LessThan(1e-4));
            Assert.That(Samples.Difference(video.Pixels, still.Pixels.expand(-1, -1, 9, -1, -1), "pixels"), Is.LessThan(1e-4));
        });
    }

    [Test]
    public void Filters_of_an_image_become_the_last_slice_and_both_halves_of_doubled_channels()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var image = ImageWeights(tokenizer);

        ImageInflation.Fill(tokenizer, image);

        var filled = tokenizer.named_parameters().ToDictionary(item => item.name, item => item.parameter);
        var plain = filled["encoder.conv_in.conv_1.weight"];
        var doubled = filled["decoder.up.3.upsample.conv1.conv_1.weight"];
        var bias = filled["decoder.up.2.upsample.conv1.conv_1.bias"];
        Assert.Multiple(() =>
        {
            Assert.That(plain.select(2, 2).Equals(image["encoder.conv_in.conv_1.weight"]), Is.True);
            Assert.That(plain.narrow(2, 0, 2).count_nonzero().ToInt64(), Is.Zero);
            foreach (var half in doubled.chunk(2))
                Assert.That(half.select(2, 2).Equals(image["decoder.up.3.upsample.conv1.conv_1.weight"]), Is.True);
            foreach (var half in bias.chunk(2))
                Assert.That(half.Equals(image["decoder.up.2.upsample.conv1.conv_1.bias"]), Is.True);
            Assert.That(filled["decoder.adaptive.1.gamma.weight"].Equals(image["decoder.adaptive.1.gamma.weight"]), Is.True);
        });
    }

    [Test]
    public void All_misfits_are_listed_and_nothing_is_changed()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var image = ImageWeights(tokenizer);
        image.Remove("encoder.norm_out.weight");
        image["decoder.conv_out.conv_1.bias"] = zeros(5);
        var before = tokenizer.parameters().Select(parameter => parameter.clone()).ToList();

        Assert.That(
            () => ImageInflation.Fill(tokenizer, image),
            Throws.ArgumentException.With.Message.Contains("'encoder.norm_out.weight' is missing")
                .And.Message.Contains("'decoder.conv_out.conv_1.bias' must be [3], found [5]"));
        Assert.That(tokenizer.parameters().Zip(before).All(pair => pair.First.Equals(pair.Second)), Is.True);
    }

    private static Dictionary<string, Tensor> ImageWeights(VideoTokenizer tokenizer) => tokenizer.named_parameters().ToDictionary(
        item => item.name,
        item =>
        {
            var shape = item.parameter.shape.ToList();
            if (shape.Count == 5)
                shape.RemoveAt(2);
            if (item.name.Contains("up.2.upsample") || item.name.Contains("up.3.upsample"))
                shape[0] /= 2;
            return rand([.. shape]);
        });
}
