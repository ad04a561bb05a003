using System.CommandLine;
using System.Text.Json;
using TorchSharp;
using VideoPoet.CommandLine;
using VideoPoet.Models;
using VideoPoet.Specs;
using VideoPoet.TrainerHost.Package;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>package</c>: the parts of a model in one folder, as programs that generate take it.</summary>
internal static class PackageVerb
{
    private static readonly IReadOnlyList<(string Name, torch.ScalarType Type)> Precisions =
        [("bf16", torch.ScalarType.BFloat16), ("fp32", torch.ScalarType.Float32)];

    private static readonly Argument<string[]> Parts = new("PART")
    {
        Description = "Where parts are: the folder of a run (its best weights, else its latest), or a folder of weights.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The model's folder. What it has already stays where no other part is named.",
        HelpName = "FOLDER",
        Required = true,
    };

    private static readonly Option<string> Model = new("--model")
    {
        Description = "The YAML file with the sizes, for as long as there is no language model that says them.",
        HelpName = "MODEL.yaml",
        DefaultValueFactory = _ => Path.Join("task-specs", "models", "mini.yaml"),
    };

    private static readonly Option<string> Precision = new Option<string>("--precision")
    {
        Description = "How weights are written: bf16 takes half the room of fp32.",
        HelpName = "TYPE",
        DefaultValueFactory = _ => Precisions[0].Name,
    }.AcceptOnlyFromAmong([.. Precisions.Select(precision => precision.Name)]);

    private static readonly Option<string> Evaluation = new("--evaluation")
    {
        Description = "What ./videopoet evaluate --json said of the model, for its card.",
        HelpName = "FILE.json",
    };

    private static readonly Option<string> Sampling = new("--sampling")
    {
        Description = "How its tasks are drawn where nobody says otherwise, as ./videopoet evaluate --tune finds it.",
        HelpName = "FILE.json",
    };

    private static readonly Option<string[]> Limits = new("--limit")
    {
        Description = "What it cannot do, a sentence for its card; may be repeated, and takes the place of earlier ones.",
        HelpName = "TEXT",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write the card as a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "package",
            "Puts the parts of a model into one folder with a card, and sees that they belong together. All of it is written, or nothing.",
            example: "package runs/video-tokenizer runs/audio-tokenizer runs/text-encoder -o models/my-model")
        {
            Parts,
            Output,
            Model,
            Precision,
            Evaluation,
            Sampling,
            Limits,
            Json,
        };
        verb.SetAction(Run);
        return verb;
    }

    private static int Run(ParseResult parsed)
    {
        var (folder, sources) = (parsed.GetRequiredValue(Output), Sources(parsed));
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Join(folder, ModelCard.FileName)))
            throw new ArgumentException($"the folder '{folder}' holds something else than a packed model; name a new one.");
        var evaluation = parsed.GetValue(Evaluation) is { } file ? EvaluationFigures.Checked(ReadJson(file), file) : (JsonElement?)null;
        if (parsed.GetValue(Sampling) is { } given)
            ReadJson(given);
        var type = Precisions.First(precision => precision.Name == parsed.GetValue(Precision)).Type;
        var packing = new ModelPacking(folder, sources, type);
        var card = packing.Pack(SpecReader.ReadModel(parsed.GetRequiredValue(Model)), (card, beside) =>
        {
            if (parsed.GetValue(Sampling) is { } sampling)
                File.Copy(sampling, Path.Join(beside, ModelFolders.SamplingFileName), overwrite: true);
            return card with
            {
                Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
                Evaluation = evaluation ?? card.Evaluation,
                Limits = parsed.GetValue(Limits) is { Length: > 0 } limits ? limits : card.Limits,
            };
        });
        foreach (var note in packing.Notes)
            Console.Error.WriteLine(note);
        OutputFile.SayWritten(folder);
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(card, CardJson.Default.ModelCard));
        else
            Console.Out.WriteLine(FormattableString.Invariant($"{folder}: {string.Join(", ", card.Parts.Keys)}, {card.Bytes / 1e6:0.0} MB"));
        return HostRunner.Done;
    }

    private static PartSource[] Sources(ParseResult parsed)
    {
        PartSource[] sources = [.. (parsed.GetValue(Parts) ?? []).SelectMany(PartSource.Find)];
        var twice = sources.GroupBy(source => source.Part).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? sources : throw new ArgumentException(
            $"there are {twice.Count()} of the {twice.Key.Title}, in {string.Join(" and ", twice.Select(source => source.Folder))}. Name one.");
    }

    private static JsonElement ReadJson(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{file}: is no JSON: {exception.Message}", exception);
        }
    }
}
