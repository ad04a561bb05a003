using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tests.Magvit2.Reference;
using VideoPoet.Specs;
using VideoPoet.Torch;

namespace VideoPoet.Models.Tests.Magvit2;

public sealed class VideoTokenizerTests
{
    [Test]
    public void The_paper_s_configuration_has_exactly_the_published_names_and_shapes()
    {
        using var tokenizer = new VideoTokenizer(Samples.Paper, META);

        var lines = tokenizer.named_parameters().Select(item => $"{item.name} {string.Join('x', item.parameter.shape)}");

        Assert.That(lines.Order(StringComparer.Ordinal), Is.EqualTo(File.ReadAllLines(Samples.PathOf("published_names.txt"))));
        Assert.That(tokenizer.parameters().Sum(parameter => parameter.numel()), Is.EqualTo(370_547_349));
        Assert.That(tokenizer.named_buffers(), Is.Empty);
    }

    [TestCase(32, 1, 12, 1, 2, 2, 4)]
    [TestCase(7, 3, 5, 1, 1, 3, 2)]
    public void Any_configuration_has_the_parameters_that_its_specification_counts(int channels, int blocks, int bits, params int[] multipliers)
    {
        var sizes = Samples.Small with { Channels = channels, ResidualBlocks = blocks, Bits = bits, Multipliers = [.. multipliers] };
        using var tokenizer = new VideoTokenizer(sizes, META);

        Assert.That(tokenizer.parameters().Sum(parameter => parameter.numel()), Is.EqualTo(ParameterCount.Of(sizes)));
    }

    [Test]
    public void With_patches_too_the_parameters_are_those_that_the_specification_counts()
    {
        using var tokenizer = new VideoTokenizer(Samples.Patched, META);

        Assert.That(tokenizer.parameters().Sum(parameter => parameter.numel()), Is.EqualTo(ParameterCount.Of(Samples.Patched)));
    }

    [TestCase(1, 4)]
    [TestCase(2, 3)]
    public void Another_number_of_levels_is_refused(int patch, int levels) =>
        Assert.That(
            () => new VideoTokenizer(Samples.Small with { Patch = patch, Multipliers = [1, 2, 2, 4, 4] }),
            Throws.ArgumentException.With.Message.Contains($"{levels} items, found 5"));

    [TestCase(1, 3, 4, 16, 16, "1 + 4k")]
    [TestCase(1, 3, 5, 12, 16, "multiples of 8; found [1, 3, 5, 12, 16]")]
    [TestCase(1, 1, 5, 16, 16, "[batch, 3, frames, height, width]")]
    public void Pixels_of_another_shape_are_refused(int batch, int channels, int frames, int height, int width, string message)
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var pixels = zeros([batch, channels, frames, height, width]);

        Assert.That(() => tokenizer.Encode(pixels), Throws.InstanceOf<ArgumentException>().With.Message.Contains(message));
        Assert.That(() => tokenizer.call(pixels), Throws.InstanceOf<ArgumentException>().With.Message.Contains(message));
    }

    [Test]
    public void Ids_of_another_shape_or_type_are_refused()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();

        Assert.That(
            () => tokenizer.Decode(zeros([5, 2, 2], ScalarType.Int64)), Throws.ArgumentException.With.Message.Contains("found Int64, [5, 2, 2]"));
        Assert.That(() => tokenizer.Decode(zeros([1, 5, 2, 2])), Throws.ArgumentException.With.Message.Contains("found Float32"));
    }

    [Test]
    public void Nothing_is_left_behind_by_encoding_decoding_and_a_training_step()
    {
        using var tokenizer = Samples.Tokenizer();
        using var pixels = Samples.Pixels(5);
        Step(); // gradients appear once
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        using (var ids = tokenizer.Encode(pixels))
        using (tokenizer.Decode(ids))
            Step();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));

        void Step()
        {
            using var scope = NewDisposeScope();
            var result = tokenizer.call(pixels);
            ((result.Pixels - pixels).square().mean() + new QuantizerObjective().Loss(result.Latents, step: 0)).backward();
        }
    }

    [Test]
    public void Training_under_autocast_stays_near_single_precision()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Samples.Tokenizer();
        var pixels = Samples.Pixels(5);
        var exact = tokenizer.call(pixels);

        using var autocast = TorchRuntime.Current.Autocast(DeviceType.CPU, ScalarType.BFloat16, enabled: true);
        var rounded = tokenizer.call(pixels);
        rounded.Pixels.to_type(ScalarType.Float32).square().mean().backward();

        // bfloat16 has eight bits: each of the encoder's twenty layers adds about half a per cent. Single latents may be farther off.
        var latents = exact.Latents.detach();
        var distance = (rounded.Latents.detach().to_type(ScalarType.Float32) - latents).norm().div(latents.norm()).ToDouble();
        TestContext.Out.WriteLine($"relative distance of latents: {distance:g3}");
        Assert.That(distance, Is.InRange(1e-4, 0.1));
        Assert.That(tokenizer.parameters().All(parameter => parameter.grad!.isfinite().all().ToBoolean()), Is.True);
    }
}
