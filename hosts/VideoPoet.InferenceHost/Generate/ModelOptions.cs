using System.CommandLine;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>The options that say which model generates.</summary>
internal static class ModelOptions
{
    private static readonly Option<string> Model = new("--model")
    {
        Description = "The model: a folder with a language model, such as that of a run.",
        HelpName = "FOLDER",
    };

    private static readonly Option<string> Tokenizers = new("--tokenizers")
    {
        Description = "The folder of the tokenizers and the text encoder; the model's own when absent.",
        HelpName = "FOLDER",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [Model, Tokenizers];

    /// <summary>Reads them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="recorded">What a record says, for what the command line leaves out; null without a record.</param>
    public static ModelChoice Read(ParseResult parsed, ModelChoice? recorded = null) =>
        new(parsed.GetValue(Model) ?? recorded?.Model ?? "", parsed.GetValue(Tokenizers) ?? recorded?.Tokenizers);
}
