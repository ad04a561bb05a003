using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Inference.Tests.Decoding;

/// <summary>Decoders of trained models in files.</summary>
internal sealed class OpeningTests
{
    private static readonly ModelSpec s_mini =
        SpecReader.ReadModel(Path.Combine(TestContext.CurrentContext.TestDirectory, "task-specs", "models", "mini.yaml"));
    private string _folder = null!;

    [SetUp]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory().FullName;
        using var model = new PrefixLanguageModel(s_mini.LanguageModel, s_mini.CreateVocabulary(), s_mini.TextEncoder.Width);
        using var generator = new Generator(3);
        model.Initialise(generator);
        LanguageModelFile.Save(Path.Join(_folder, LanguageModelFolder.WeightFileName), model);
    }

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_decoder_over_the_mapped_file_draws_what_one_over_loaded_weights_draws()
    {
        using var loaded = new PrefixLanguageModel(s_mini.LanguageModel, s_mini.CreateVocabulary(), s_mini.TextEncoder.Width);
        LanguageModelFile.Load(Path.Join(_folder, LanguageModelFolder.WeightFileName), loaded);
        using var ours = new ManagedDecoder(loaded, threads: 1);
        using var mapped = LanguageModelDecoder.Open(_folder, s_mini, threads: 1);
        var format = new VideoFormat("tiny", 16, 16, 5);
        var layout = SequenceLayout.Create(
            new() { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)] }, format, s_mini.CreateVocabulary().With(format));
        var request = new DecodingRequest { Prompt = SmallModels.Prompt(layout, 1), Seeds = [1, 2] };
        Assert.That(mapped.Decode(request), Is.EqualTo(ours.Decode(request)));
        Assert.That(((ManagedDecoder)mapped).ConvertedBytes, Is.LessThan(100_000), "only the scales of norms are copied");
    }

    [Test]
    public void Weights_of_other_sizes_are_refused()
    {
        var other = s_mini with { LanguageModel = s_mini.LanguageModel with { Heads = 8 } };
        Assert.That(() => LanguageModelDecoder.Open(_folder, other), Throws.TypeOf<LanguageModelMismatchException>().With.Message.Contains("heads"));
    }

    [Test]
    public void What_an_engine_cannot_do_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(
            () => LanguageModelDecoder.Open(_folder, s_mini, format: WeightFormat.Int8, engine: DecodingEngine.Torch),
            Throws.ArgumentException.With.Message.Contains("managed engine"));
        Assert.That(() => LanguageModelDecoder.Open(_folder, s_mini, device: META), Throws.ArgumentException.With.Message.Contains("processor"));
    });
}
