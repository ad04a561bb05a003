using VideoPoet.Core;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>The counts beside these formulas were published, or counted from published tables, by others.</summary>
public sealed class ModelTests
{
    [Test]
    public void The_paper_size_of_the_video_tokenizer_has_370_547_349_parameters() => Assert.That(
        ParameterCount.Of(new VideoTokenizerSpec { Channels = 128, Multipliers = [1, 2, 2, 4], ResidualBlocks = 4, Bits = 18, Parameters = 1 }),
        Is.EqualTo(144_865_298 + 225_682_051));

    [TestCase(512, 6, 8, 2048, false, 35_330_816)]
    [TestCase(768, 12, 12, 3072, false, 109_628_544)]
    [TestCase(1024, 24, 16, 4096, false, 334_939_648)]
    [TestCase(512, 8, 6, 1024, true, 35_332_800)]
    [TestCase(768, 12, 12, 2048, true, 109_628_544)]
    [TestCase(1024, 24, 16, 2816, true, 341_231_104)]
    [TestCase(2048, 24, 32, 5120, true, 1_223_527_424)]
    public void A_T5_encoder_has_the_parameters_of_the_public_checkpoint(
        int width, int layers, int heads, int feedForward, bool gated, long expected)
    {
        var encoder = new TextEncoderSpec
        {
            Width = width, Layers = layers, Heads = heads, HeadWidth = 64, FeedForward = feedForward, Gated = gated,
            Vocabulary = 32_128, Parameters = 1,
        };

        Assert.That(ParameterCount.Of(encoder), Is.EqualTo(expected));
    }

    [TestCase(1024, 24, 16, 2816, true, 308, 585)]
    [TestCase(1024, 24, 16, 2816, false, 308, 858)]
    [TestCase(768, 14, 12, 2048, true, 99, 306)]
    [TestCase(2048, 20, 16, 5504, true, 1012, 1565)]
    [TestCase(4096, 32, 32, 12288, true, 6980, 8085)]
    [TestCase(4096, 40, 32, 10752, false, 7970, 10167)]
    public void A_language_model_has_the_millions_of_parameters_of_its_size(
        int width, int layers, int heads, int feedForward, bool tied, int nonEmbedding, int total)
    {
        var model = new LanguageModelSpec
        {
            Width = width, Layers = layers, Heads = heads, FeedForward = feedForward, Context = 1, TiedEmbeddings = tied,
            Parameters = new() { NonEmbedding = 1, Total = 1 },
        };

        Assert.That(Math.Round(ParameterCount.NonEmbedding(model) / 1e6), Is.EqualTo(nonEmbedding));
        Assert.That(Math.Round(ParameterCount.Total(model, UnifiedVocabulary.Paper, textWidth: 2048) / 1e6), Is.EqualTo(total));
    }

    [TestCase(64, 9.5)]
    [TestCase(512, 11.8)]
    public void An_audio_tokenizer_has_the_millions_of_parameters_of_its_table(int embedding, double millions) => Assert.That(
        Math.Round(
            ParameterCount.Of(new AudioTokenizerSpec
            {
                Channels = 32, Strides = [2, 4, 5, 8], Embedding = embedding, Levels = 4, TrainedLevels = 12, Codes = 1024, Parameters = 1,
            }) / 1e6, 1),
        Is.EqualTo(millions));

    [Test]
    public void The_models_of_the_paper_have_the_vocabulary_of_the_paper() => Assert.That(
        SpecReader.ReadModel(Samples.TaskSpec("models/8b.yaml")).CreateVocabulary(), Is.EqualTo(UnifiedVocabulary.Paper));

    [Test]
    public void A_missing_size_is_not_also_reported_as_a_wrong_count()
    {
        using var folder = new Folder();
        var text = File.ReadAllText(Samples.TaskSpec("models/mini.yaml")).Replace("  layers: 6\n", "");

        var errors = folder.ErrorsOf(() => SpecReader.ReadModel(folder.Write("model.yaml", text)));

        Assert.That(errors, Is.EqualTo(["model.yaml:5:3  missing key 'layers'."]));
    }
}
