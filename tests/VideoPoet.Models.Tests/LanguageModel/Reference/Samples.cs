using VideoPoet.Core;
using VideoPoet.Engines.Tests.Parity;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.LanguageModel.Reference;

/// <summary>What make_reference.py wrote, and the models and the batches that it is of.</summary>
internal static class Samples
{
    public const int TextWidth = 5;

    private static readonly SafetensorsFile s_file =
        SafetensorsFile.Open(Path.Combine(TestContext.CurrentContext.TestDirectory, "LanguageModel", "Reference", "language_model.safetensors"));

    private static readonly VideoFormat s_format = new("tiny", 24, 16, 5);

    public static UnifiedVocabulary Vocabulary { get; } =
        new UnifiedVocabulary(visualCodes: 16, audioLevels: 2, audioCodesPerLevel: 8).With(s_format);

    public static LanguageModelSpec Plain { get; } = new()
    {
        Width = 16, Layers = 2, Heads = 2, FeedForward = 24, Context = 256,
        Coordinates = new() { Times = 3, Rows = 2, Columns = 4, AudioFrames = 40, Inputs = 3 },
        Parameters = new() { NonEmbedding = 1, Total = 1 },
    };

    public static LanguageModelSpec Grouped { get; } = Plain with { Heads = 4, KeyValueHeads = 2, QueryKeyNorm = true, TiedEmbeddings = false };

    public static LanguageModelSpec Halves { get; } = Plain with { Layers = 1, KeyValueHeads = 1, FactorisedCodes = true };

    /// <summary>The sizes of a case.</summary>
    public static LanguageModelSpec Sizes(string name) => name switch { "plain" => Plain, "grouped" => Grouped, _ => Halves };

    /// <summary>What a case adds to cross-entropies.</summary>
    public static LanguageModelLossSpec Options(string name) => name switch
    {
        "plain" => new(),
        "grouped" => new() { ZLoss = 1e-2, LabelSmoothing = 0.1 },
        _ => new() { ZLoss = 1e-3 },
    };

    /// <summary>A tensor of the reference.</summary>
    public static Tensor Read(string name) => s_file.Read(name);

    /// <summary>The names of the reference below a prefix, without it.</summary>
    public static IEnumerable<string> NamesBelow(string prefix) =>
        s_file.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);

    /// <summary>A model with the weights of a case.</summary>
    public static PrefixLanguageModel Model(string name)
    {
        var model = new PrefixLanguageModel(Sizes(name), Vocabulary, TextWidth);
        using var silent = no_grad();
        foreach (var (key, parameter) in model.named_parameters())
            parameter.copy_(Read($"{name}/weight/{key}"));
        return model;
    }

    /// <summary>A batch of the reference: <c>text</c> or <c>sound</c>.</summary>
    public static SequenceBatch Batch(string name)
    {
        var lengths = Read($"{name}/text_lengths").data<long>().Select(length => (int)length).ToArray();
        return new(Layouts(name), Read($"{name}/ids"), Read($"{name}/text"), lengths);
    }

    /// <summary>The largest difference between a tensor and the reference, which is also printed.</summary>
    public static double Difference(Tensor actual, string name)
    {
        using var scope = NewDisposeScope();
        var expected = Read(name);
        Assert.That(actual.shape, Is.EqualTo(expected.shape), name);
        var difference = (actual.detach() - expected).abs().max().ToDouble();
        TestContext.Out.WriteLine($"{name}: {difference:g3}");
        return difference;
    }

    private static SequenceLayout[] Layouts(string name)
    {
        var fromText = new TaskDefinition { Token = TaskToken.Video, Inputs = [Input.Text()], Outputs = [Output.Visual(Views.WholeVideo)] };
        var goingOn = fromText with { Outputs = [Output.Visual(Views.WholeVideo, Views.FirstFrame)] };
        var withSound = new TaskDefinition
        {
            Token = TaskToken.AudioVideo,
            Inputs = [Input.Visual(Views.Computed("masked")), Input.Visual(Views.FirstFrame), Input.Audio(Views.LeadingSound(1))],
            Outputs = [Output.Visual(Views.WholeVideo), Output.Audio(Views.Waveform)],
        };
        TaskDefinition[] tasks = name == "text" ? [fromText, goingOn, fromText] : [withSound, withSound];
        return Array.ConvertAll(tasks, task => SequenceLayout.Create(task, s_format, Vocabulary));
    }
}
