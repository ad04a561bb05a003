using VideoPoet.Models.T5;

namespace VideoPoet.Models.Tests.T5;

public sealed class T5ConfigTests
{
    [Test]
    public void The_configuration_of_v1_1_XL_has_the_sizes_of_the_paper()
    {
        using var folder = new Folder();
        var path = folder.Write("config.json", """
            {
              "architectures": ["T5ForConditionalGeneration"], "d_ff": 5120, "d_kv": 64, "d_model": 2048, "decoder_start_token_id": 0,
              "dropout_rate": 0.1, "eos_token_id": 1, "feed_forward_proj": "gated-gelu", "initializer_factor": 1.0, "is_encoder_decoder": true,
              "layer_norm_epsilon": 1e-06, "model_type": "t5", "num_decoder_layers": 24, "num_heads": 32, "num_layers": 24, "pad_token_id": 0,
              "relative_attention_num_buckets": 32, "tie_word_embeddings": false, "vocab_size": 32128
            }
            """);

        Assert.That(T5Config.Read(path), Is.EqualTo(Samples.Sizes(2048, 24, 32, 64, 5120, 32_128, gated: true)));
    }

    [Test]
    public void A_configuration_that_names_no_projection_is_of_v1_0()
    {
        using var folder = new Folder();
        var path = folder.Write(
            "config.json", """{ "d_ff": 2048, "d_kv": 64, "d_model": 512, "num_heads": 8, "num_layers": 6, "vocab_size": 32128 }""");

        Assert.That(T5Config.Read(path), Is.EqualTo(Samples.Sizes(512, 6, 8, 64, 2048, 32_128, gated: false)));
    }

    [Test]
    public void Every_problem_of_a_configuration_is_listed()
    {
        using var folder = new Folder();
        var path = folder.Write("config.json", """
            {
              "model_type": "umt5", "d_ff": 2048, "d_kv": 64, "d_model": 512, "num_heads": 0, "num_layers": 2000000000,
              "feed_forward_proj": "gated-silu",
              "relative_attention_num_buckets": 64, "layer_norm_epsilon": 1e-5
            }
            """);

        Assert.That(() => T5Config.Read(path), Throws.InstanceOf<FormatException>().With.Message.EqualTo(string.Join("\n  ",
            $"{path}: it is not the configuration of a T5 that can be computed.",
            "num_layers must be 1 to 1000, found 2000000000.",
            "num_heads must be 1 to 1024, found 0.",
            "vocab_size must be 3 to 1000000, found 0.",
            "model_type must be t5 or mt5, found umt5.",
            "feed_forward_proj must be relu or gated-gelu, found gated-silu.",
            "relative_attention_num_buckets must be 32, found 64.",
            "layer_norm_epsilon must be 1E-06, found 1E-05.")));
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("""{ "d_model": "wide" }""")]
    public void What_is_no_configuration_is_refused(string text)
    {
        using var folder = new Folder();
        var path = folder.Write("config.json", text);

        Assert.That(
            () => T5Config.Read(path),
            Throws.InstanceOf<FormatException>().With.Message.StartsWith($"{path}: it is not the configuration of a T5."));
    }
}
