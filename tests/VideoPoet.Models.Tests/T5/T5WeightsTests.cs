using System.Text.Json;
using VideoPoet.Models.T5;
using VideoPoet.Models.Tests.T5.Reference;
using VideoPoet.Models.Tests.WeightFiles;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.T5;

/// <summary>Folders as Hugging Face publishes them.</summary>
public sealed class T5WeightsTests
{
    private const string Config =
        """{ "d_ff": 40, "d_kv": 5, "d_model": 24, "num_heads": 3, "num_layers": 3, "vocab_size": 800, "feed_forward_proj": "gated-gelu" }""";

    private const string DecoderName = "decoder.block.0.layer.1.EncDecAttention.q.weight";

    [Test]
    public void An_encoder_is_loaded_from_a_whole_model()
    {
        using var scope = NewDisposeScope();
        using var folder = new Folder();
        using var encoder = Samples.Encoder();
        folder.Write("config.json", Config);
        SafetensorsWriter.Write(
            folder.At("model.safetensors"), [.. Stored(encoder), (DecoderName, ones(2, 2)), ("lm_head.weight", ones(2, 2))]);

        using var loaded = T5Weights.Load(folder.Path);

        AssertEqual(loaded, encoder);
        Assert.That(loaded.parameters().Any(parameter => parameter.requires_grad), Is.False);
        Assert.That(loaded.training, Is.False);
    }

    [Test]
    public void The_table_of_pieces_may_have_its_other_name()
    {
        using var folder = new Folder();
        using var encoder = Samples.Encoder();
        folder.Write("config.json", Config);
        SafetensorsWriter.Write(
            folder.At("model.safetensors"),
            [.. Stored(encoder).Select(entry => (entry.Name == "shared.weight" ? "encoder.embed_tokens.weight" : entry.Name, entry.Tensor))]);

        using var loaded = T5Weights.Load(folder.Path);

        AssertEqual(loaded, encoder);
    }

    [Test]
    public void An_encoder_is_loaded_from_shards()
    {
        using var folder = new Folder();
        using var encoder = Samples.Encoder();
        folder.Write("config.json", Config);
        var (first, second) = ("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors");
        var parts = Stored(encoder).Select((entry, index) => (entry.Name, entry.Tensor, File: index % 2 == 0 ? first : second)).ToList();
        foreach (var part in parts.GroupBy(entry => entry.File))
            SafetensorsWriter.Write(folder.At(part.Key), [.. part.Select(entry => (entry.Name, entry.Tensor))]);
        folder.Write("model.safetensors.index.json", JsonSerializer.Serialize(
            new { metadata = new { total_size = 1 }, weight_map = parts.ToDictionary(entry => entry.Name, entry => entry.File) }));

        using var loaded = T5Weights.Load(folder.Path);

        AssertEqual(loaded, encoder);
    }

    [Test]
    public void Everything_that_does_not_fit_is_listed()
    {
        using var scope = NewDisposeScope();
        using var folder = new Folder();
        using var encoder = Samples.Encoder();
        folder.Write("config.json", Config);
        SafetensorsWriter.Write(
            folder.At("model.safetensors"),
            [
                .. Stored(encoder).Where(entry => entry.Name is not "shared.weight" and not "encoder.final_layer_norm.weight"),
                ("encoder.final_layer_norm.weight", ones(25)), ("encoder.block.3.layer.0.layer_norm.weight", ones(24)),
            ]);

        Assert.That(() => T5Weights.Load(folder.Path), Throws.InstanceOf<WeightMismatchException>()
            .With.Message.Contains("shared.weight")
            .And.Message.Contains("encoder.final_layer_norm.weight")
            .And.Message.Contains("encoder.block.3.layer.0.layer_norm.weight"));
    }

    [Test]
    public void A_folder_without_weights_is_refused()
    {
        using var folder = new Folder();
        folder.Write("config.json", Config);

        Assert.That(() => T5Weights.Load(folder.Path), Throws.InstanceOf<FileNotFoundException>()
            .With.Message.EqualTo($"'{folder.Path}' has no weights; one of these files must be there: " +
                "model.safetensors, model.safetensors.index.json, pytorch_model.bin, pytorch_model.bin.index.json."));
    }

    [TestCase("t5-small", 512, 6, 8, 2048, false)]
    [TestCase("t5-v1_1-small", 512, 8, 6, 1024, true)]
    [TestCase("t5-v1_1-xl", 2048, 24, 32, 5120, true)]
    public void Files_of_the_published_names_and_shapes_fit(string model, int width, int layers, int heads, int feedForward, bool gated)
    {
        using var folder = new Folder();
        using var reference = new ReferenceTensors("network.safetensors");
        using var encoder = new T5Encoder(Samples.Sizes(width, layers, heads, 64, feedForward, 32_128, gated), META);
        (string, long[])[] decoder = [("decoder.final_layer_norm.weight", [512]), ("lm_head.weight", [32_128, 512])];

        using var file = WeightFile.Open(SparseWeights.Write(folder.At("model.safetensors"), [.. reference.Shapes($"names/{model}"), .. decoder]));

        Assert.That(() => T5Weights.HuggingFace.Check(file, encoder), Throws.Nothing);
    }

    private static IEnumerable<(string Name, Tensor Tensor)> Stored(T5Encoder encoder) =>
        encoder.named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter));

    private static void AssertEqual(T5Encoder actual, T5Encoder expected)
    {
        using var scope = NewDisposeScope();
        foreach (var ((name, one), (_, two)) in actual.named_parameters().Zip(expected.named_parameters()))
            Assert.That(one.eq(two).all().ToBoolean(), name);
    }
}
