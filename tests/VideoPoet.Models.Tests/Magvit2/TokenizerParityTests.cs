using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tests.Magvit2.Reference;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.Magvit2;

/// <summary>Small networks against PyTorch's computation of the published layer table.</summary>
[TestFixture("causal")]
[TestFixture("published")]
[TestFixture("patched")]
[TestFixture("replicated")]
internal sealed class TokenizerParityTests(string name)
{
    // Single precision through some fifty layers, values around 1.
    private const double Tolerance = 1e-4;

    [Test]
    public void Latents_and_decoded_frames_are_PyTorch_s()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Tokenizer();

        var result = tokenizer.call(Samples.Read("pixels"));

        Assert.Multiple(() =>
        {
            Assert.That(Samples.Difference(result.Latents, $"{name}/latents"), Is.LessThan(Tolerance));
            Assert.That(Samples.Difference(result.Pixels, $"{name}/decoded"), Is.LessThan(Tolerance));
        });
    }

    [Test]
    public void Ids_and_their_frames_are_PyTorch_s()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Tokenizer();

        var ids = tokenizer.Encode(Samples.Read("pixels"));
        var pixels = tokenizer.Decode(ids);

        Assert.That(ids.Equals(Samples.Read($"{name}/ids")), Is.True);
        Assert.That(Samples.Difference(pixels, Samples.Read($"{name}/decoded").clamp(-1, 1), "pixels"), Is.LessThan(Tolerance));
    }

    [Test]
    public void The_loss_and_all_its_gradients_are_PyTorch_s()
    {
        using var scope = NewDisposeScope();
        using var tokenizer = Tokenizer();
        var pixels = Samples.Read("pixels");

        var result = tokenizer.call(pixels);
        var objective = new QuantizerObjective { Temperature = 0.5 };
        var loss = (result.Pixels - pixels).square().mean() + objective.Loss(result.Latents, step: 500);
        loss.backward();

        var parameters = tokenizer.named_parameters().ToDictionary(item => item.name, item => item.parameter);
        var norms = stack(parameters.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Value.grad!.norm()));
        Assert.Multiple(() =>
        {
            Assert.That(Samples.Difference(loss, $"{name}/loss"), Is.LessThan(Tolerance));
            Assert.That(Samples.Difference(norms, $"{name}/gradient_norms"), Is.LessThan(Tolerance));
            foreach (var parameter in Watched)
                Assert.That(Samples.Difference(parameters[parameter].grad!, $"{name}/gradient/{parameter}"), Is.LessThan(Tolerance));
        });
    }

    private VideoTokenizer Tokenizer() => Samples.Tokenizer(name switch
    {
        "patched" => Samples.Patched,
        "replicated" => Samples.Replicated,
        "published" => Samples.Small with { Rules = TemporalRules.Published },
        _ => Samples.Small,
    });

    private static string[] Watched { get; } =
    [
        "encoder.conv_in.conv_1.weight",
        "encoder.down.1.downsample.conv_1.bias",
        "encoder.conv_out.conv_1.weight",
        "decoder.adaptive.2.gamma.weight",
        "decoder.adaptive.0.beta.bias",
        "decoder.up.2.upsample.conv1.conv_1.bias",
        "decoder.up.1.block.0.norm1.weight",
        "decoder.conv_out.conv_1.weight",
    ];
}
