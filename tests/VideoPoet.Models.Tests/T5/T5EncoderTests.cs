using VideoPoet.Models.T5;
using VideoPoet.Models.Tests.T5.Reference;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.T5;

/// <summary>The encoder beside an independent computation in PyTorch, and its names beside the published ones.</summary>
public sealed class T5EncoderTests
{
    // Single precision over three blocks; the outputs are of the order of 1.
    private const double Tolerance = 1e-4;

    public static IEnumerable<TestCaseData> Small() => [new("gated", Samples.Gated), new("plain", Samples.Plain)];

    [TestCaseSource(nameof(Small))]
    public void Embeddings_are_those_of_the_published_formulas(string name, TextEncoderSpec sizes)
    {
        using var scope = NewDisposeScope();
        using var reference = new ReferenceTensors("network.safetensors");
        var encoder = Filled(reference, name, sizes);
        var mask = reference.Read($"{name}/mask");

        var output = encoder.call(reference.Read($"{name}/ids"), mask);

        Assert.That(Difference(output[mask], reference.Read($"{name}/output")[mask]), Is.LessThan(Tolerance));
    }

    [TestCaseSource(nameof(Small))]
    public void Gradients_are_those_of_the_published_formulas(string name, TextEncoderSpec sizes)
    {
        using var scope = NewDisposeScope();
        using var reference = new ReferenceTensors("network.safetensors");
        var encoder = Filled(reference, name, sizes);

        var output = encoder.call(reference.Read($"{name}/ids"), reference.Read($"{name}/mask"));
        (output * reference.Read($"{name}/direction")).sum().backward();

        foreach (var (parameter, value) in encoder.named_parameters())
        {
            var expected = reference.Read($"{name}/gradient/{parameter}");
            Assert.That(Difference(value.grad!, expected), Is.LessThan(Tolerance * (1 + expected.abs().max().ToDouble())), parameter);
        }
    }

    [Test]
    public void Padding_changes_no_embedding()
    {
        using var scope = NewDisposeScope();
        using var silent = no_grad();
        using var encoder = Samples.Encoder();
        var ids = tensor(new long[] { 5, 17, 300, 1 }, [1, 4]);
        var padded = tensor(new long[] { 5, 17, 300, 1, 0, 0, 0, 0 }, [1, 8]);

        var output = encoder.call(padded, padded.ne(0));

        Assert.That(Difference(output.narrow(1, 0, 4), encoder.call(ids, null)), Is.LessThan(1e-5));
    }

    [TestCase("t5-small", 512, 6, 8, 64, 2048, false, 35_330_816)]
    [TestCase("t5-3b", 1024, 24, 32, 128, 16384, false, 1_240_909_824)]
    [TestCase("t5-v1_1-small", 512, 8, 6, 64, 1024, true, 35_332_800)]
    [TestCase("t5-v1_1-xl", 2048, 24, 32, 64, 5120, true, 1_223_527_424)]
    public void Parameters_have_the_published_names_and_shapes(
        string model, int width, int layers, int heads, int headWidth, int feedForward, bool gated, long count)
    {
        using var reference = new ReferenceTensors("network.safetensors");
        using var encoder = new T5Encoder(Samples.Sizes(width, layers, heads, headWidth, feedForward, 32_128, gated), META);

        var parameters = encoder.named_parameters().ToList();

        Assert.That(
            parameters.Select(entry => $"{entry.name} [{string.Join(", ", entry.parameter.shape)}]"),
            Is.EquivalentTo(reference.Text($"names/{model}").Split('\n')));
        Assert.That(parameters.Sum(entry => entry.parameter.numel()), Is.EqualTo(count));
        Assert.That(encoder.Sizes.Parameters, Is.EqualTo(count));
    }

    [Test]
    public void Initial_weights_give_embeddings_of_the_order_of_1()
    {
        using var scope = NewDisposeScope();
        using var silent = no_grad();
        using var encoder = new T5Encoder(Samples.Sizes(128, 4, 4, 32, 256, 800, gated: true));
        using var generator = new Generator(3);
        encoder.Initialise(generator);

        var output = encoder.call(randint(0, 800, [4, 32], generator: generator), null);

        Assert.That(output.std().ToDouble(), Is.InRange(0.8, 1.2));
        foreach (var (name, parameter) in encoder.named_parameters())
            Assert.That(parameter.isfinite().all().ToBoolean(), name);
    }

    [Test]
    public void Initial_weights_are_those_of_the_seed()
    {
        using var scope = NewDisposeScope();
        using T5Encoder first = Samples.Encoder(seed: 4), again = Samples.Encoder(seed: 4), other = Samples.Encoder(seed: 5);

        foreach (var ((name, one), (_, two), (_, three)) in first.named_parameters().Zip(again.named_parameters(), other.named_parameters()))
        {
            Assert.That(one.eq(two).all().ToBoolean(), name);
            Assert.That(one.eq(three).all().ToBoolean(), Is.EqualTo(one.dim() == 1), name);
        }
    }

    [Test]
    public void Encoding_leaves_nothing_but_the_result_behind()
    {
        using var silent = no_grad();
        using var encoder = Samples.Encoder();
        using var ids = tensor(new long[] { 5, 17, 300, 1 }, [1, 4]);
        using var mask = ones([1, 4], @bool);
        encoder.call(ids, mask).Dispose();

        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (encoder.call(ids, mask))
            Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before + 1));

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void Ids_of_another_shape_are_refused()
    {
        using var scope = NewDisposeScope();
        using var encoder = Samples.Encoder();

        Assert.That(() => encoder.call(zeros(4, int64), null),
            Throws.ArgumentException.With.Message.Contains("ids must be int64 of [batch, length], found Int64 of [4]"));
    }

    [Test]
    public void A_mask_of_another_shape_is_refused()
    {
        using var scope = NewDisposeScope();
        using var encoder = Samples.Encoder();

        Assert.That(() => encoder.call(zeros(1, 4, int64), ones(4, @bool)),
            Throws.ArgumentException.With.Message.Contains("mask must be bool of [1, 4], found Bool of [4]"));
    }

    private static T5Encoder Filled(ReferenceTensors reference, string name, TextEncoderSpec sizes)
    {
        var encoder = new T5Encoder(sizes);
        using var silent = no_grad();
        foreach (var (parameter, value) in encoder.named_parameters())
            value.copy_(reference.Read($"{name}/weight/{parameter}"));
        return encoder;
    }

    private static double Difference(Tensor actual, Tensor expected)
    {
        Assert.That(actual.shape, Is.EqualTo(expected.shape));
        var difference = (actual.detach() - expected).abs().max().ToDouble();
        TestContext.Out.WriteLine($"largest difference {difference:g3}");
        return difference;
    }
}
