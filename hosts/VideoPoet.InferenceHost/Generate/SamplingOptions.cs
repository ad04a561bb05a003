using System.CommandLine;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>The options that say how something is generated.</summary>
internal static class SamplingOptions
{
    private const string ModelSays = "As the model says when absent.";

    private static readonly Option<string> Format = new("--format")
    {
        Description = "The size and the length: a format by name, or WIDTHxHEIGHTxFRAMES; "
            + "the smallest that the model knows for the task when absent.",
        HelpName = "FORMAT",
    };

    private static readonly Option<double?> Seconds = new("--seconds")
    {
        Description = "How long the output is, 8 frames a second; that of the format when absent. "
            + "What is longer than the model's longest sequence goes on in windows, each from the last second before it.",
        HelpName = "SECONDS",
    };

    private static readonly Option<long?> Seed = new("--seed")
    {
        Description = "Decides what is drawn; another one each time when absent.",
        HelpName = "N",
    };

    private static readonly Option<double?> Guidance = new("--guidance")
    {
        Description = $"How strongly the output follows its prompt; 1 is no guidance. {ModelSays}",
        HelpName = "SCALE",
    };

    private static readonly Option<string> NegativePrompt = new("--negative-prompt")
    {
        Description = "What guidance leads away from.",
        HelpName = "TEXT",
    };

    private static readonly Option<double?> Temperature = new("--temperature")
    {
        Description = $"Below 1 less varied; 0 takes the likeliest token always. {ModelSays}",
        HelpName = "T",
    };

    private static readonly Option<int?> TopK = new("--top-k")
    {
        Description = $"Draw from so many of the likeliest tokens only. {ModelSays}",
        HelpName = "K",
    };

    private static readonly Option<double?> TopP = new("--top-p")
    {
        Description = $"Draw from the likeliest tokens that together have this probability. {ModelSays}",
        HelpName = "P",
    };

    private static readonly Option<int?> Resamples = new("--resamples")
    {
        Description = "How often a latent frame is drawn again that has collapsed: it repeats the one before, and the model was sure of it.",
        HelpName = "N",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [Format, Seconds, Seed, Guidance, NegativePrompt, Temperature, TopK, TopP, Resamples];

    /// <summary>Reads them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="count">How many samples there are.</param>
    /// <param name="usual">How it is generated where the command line does not say.</param>
    public static VideoGenerationOptions Read(ParseResult parsed, int count, VideoGenerationOptions usual) => new()
    {
        Format = parsed.GetValue(Format),
        Seconds = parsed.GetValue(Seconds),
        Count = count,
        // Named here, so that a record can name it.
        Seed = parsed.GetValue(Seed) ?? Random.Shared.NextInt64(),
        Guidance = parsed.GetValue(Guidance) ?? usual.Guidance,
        NegativePrompt = parsed.GetValue(NegativePrompt),
        Temperature = parsed.GetValue(Temperature) ?? usual.Temperature,
        TopK = parsed.GetValue(TopK) ?? usual.TopK,
        TopP = parsed.GetValue(TopP) ?? usual.TopP,
        Resamples = parsed.GetValue(Resamples) ?? usual.Resamples,
    };
}
