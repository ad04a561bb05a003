using System.CommandLine;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Specs;

namespace VideoPoet.TrainerHost;

/// <summary>Which tokenizers a verb works with: a model's sizes, and a folder of weights.</summary>
internal static class TokenizerOptions
{
    private static readonly Option<string> Model = new("--model")
    {
        Description = "The YAML file with the tokenizers' sizes.",
        HelpName = "MODEL.yaml",
        DefaultValueFactory = _ => Path.Join("task-specs", "models", "mini.yaml"),
    };

    private static readonly Option<string> Weights = CreateWeights(isRequired: true), OptionalWeights = CreateWeights(isRequired: false);

    /// <summary>Adds the options to a verb.</summary>
    public static void AddTo(Command verb)
    {
        verb.Options.Add(Model);
        verb.Options.Add(Weights);
    }

    /// <summary>Adds the options to a verb that works without tokenizers as well.</summary>
    public static void AddOptionalTo(Command verb)
    {
        verb.Options.Add(Model);
        verb.Options.Add(OptionalWeights);
    }

    /// <summary>Opens the folder; no weights are read yet.</summary>
    /// <exception cref="SpecException">The model's file is wrong.</exception>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public static TokenizerFolder Open(ParseResult parsed) => Open(parsed, parsed.GetRequiredValue(Weights));

    /// <summary>Opens the folder where one is named; null where none is.</summary>
    /// <exception cref="SpecException">The model's file is wrong.</exception>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public static TokenizerFolder? OpenIfNamed(ParseResult parsed) =>
        parsed.GetValue(OptionalWeights) is { } weights ? Open(parsed, weights) : null;

    private static Option<string> CreateWeights(bool isRequired) => new("--weights")
    {
        Description = $"The folder with {TokenizerFolder.VideoFile}, {TokenizerFolder.AudioFile} and {TokenizerFolder.TextFolder}/, as needed.",
        HelpName = "FOLDER",
        Required = isRequired,
    };

    private static TokenizerFolder Open(ParseResult parsed, string weights)
    {
        var model = SpecReader.ReadModel(parsed.GetRequiredValue(Model));
        // One of the files in it says as much.
        var folder = File.Exists(weights) ? Path.GetDirectoryName(Path.GetFullPath(weights))! : weights;
        return Directory.Exists(folder)
            ? new(model, folder)
            : throw new ArgumentException(
                $"there is no folder '{weights}'; --weights names the folder with the tokenizers' weights, such as a run's.");
    }
}
