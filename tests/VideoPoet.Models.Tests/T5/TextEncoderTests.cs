using VideoPoet.Models.T5;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.T5;

public sealed class TextEncoderTests
{
    [Test]
    public void A_prompt_has_one_embedding_for_each_id()
    {
        using var encoder = Encoder();
        var ids = Tokenizer().Encode("A red ball rolls");

        using var embedding = encoder.Encode("A red ball rolls");

        Assert.That(embedding.shape, Is.EqualTo(new long[] { ids.Length, encoder.Width }));
        Assert.That((embedding.dtype, embedding.requires_grad), Is.EqualTo((float32, false)));
    }

    [Test]
    public void An_empty_prompt_has_one_embedding()
    {
        using var encoder = Encoder();
        using var embedding = encoder.Encode("");

        Assert.That(embedding.shape, Is.EqualTo(new long[] { 1, encoder.Width }));
    }

    [Test]
    public void A_vocabulary_with_more_pieces_than_rows_is_refused()
    {
        using var network = new T5Encoder(Samples.Gated);

        Assert.That(() => new TextEncoder(Tokenizer(), network),
            Throws.ArgumentException.With.Message.Contains("has 50 rows, too few for a vocabulary of 671 pieces"));
    }

    [Test]
    public void The_fingerprint_is_that_of_equal_encoders_only()
    {
        using TextEncoder first = Encoder(), equal = Encoder(), otherWeights = Encoder(seed: 2), shorter = Encoder(length: 32),
            otherVocabulary = new(new(SentencePieceTokenizer.Parse(Samples.Model("suffix"))), Samples.Encoder());

        Assert.That(first.Fingerprint, Does.Match("^[0-9a-f]{64}$").And.EqualTo(equal.Fingerprint));
        Assert.That(
            new[] { first, otherWeights, shorter, otherVocabulary }.Select(encoder => encoder.Fingerprint), Is.Unique);
    }

    [Test]
    public void A_published_folder_is_loaded_with_its_vocabulary()
    {
        using var folder = new Folder();
        using var network = Samples.Encoder();
        folder.Write("spiece.model", Samples.Model());
        folder.Write("config.json",
            """{ "d_ff": 40, "d_kv": 5, "d_model": 24, "num_heads": 3, "num_layers": 3, "vocab_size": 800, "feed_forward_proj": "gated-gelu" }""");
        SafetensorsWriter.Write(folder.At("model.safetensors"), network);

        using var loaded = TextEncoder.Load(folder.Path);
        using var encoder = Encoder();

        Assert.That(loaded.Fingerprint, Is.EqualTo(encoder.Fingerprint));
    }

    private static TextEncoder Encoder(ulong seed = 1, int length = 64) => new(Tokenizer(length), Samples.Encoder(seed));

    private static PromptTokenizer Tokenizer(int length = 64) => new(SentencePieceTokenizer.Parse(Samples.Model()), length);
}
