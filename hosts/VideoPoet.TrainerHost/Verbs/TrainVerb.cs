using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Specs;
using VideoPoet.TrainerHost.Train;
using VideoPoet.Training;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>train</c>: trains what a recipe says; started again, it goes on.</summary>
internal static class TrainVerb
{
    private static readonly Argument<string> Recipe = new("RECIPE") { Description = "The recipe's YAML file, such as those in task-specs/recipes." };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "What to learn from: a folder of media, or a manifest (.jsonl or .csv); wins over the recipe's data:source.",
        HelpName = "DATA",
    };

    private static readonly Option<string> Folder = new("--folder")
    {
        Description = "The folder of the run, with its checkpoints, its log and the weights; wins over the recipe's checkpoints:folder.",
        HelpName = "RUN",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A value that wins over the recipe's, as key=value, such as steps=100 or optimizer:learningRate=0.001; may be repeated.",
        HelpName = "KEY=VALUE",
    };

    private static readonly Option<string> Cache = new("--cache")
    {
        Description = "Where decoded media are kept for the next run; videopoet in the user's folder for caches when absent.",
        HelpName = "FOLDER",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Read everything, take two steps of every stage, say what the run would cost, and write nothing but decoded media.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON object." };

    public static Command Create()
    {
        var verb = new Verb(
            "train",
            "Trains what a recipe says. Ctrl-C saves and ends; the same command goes on from there.",
            example: "train task-specs/recipes/video-tokenizer-mini.yaml --data my-videos --folder runs/video-tokenizer")
        {
            Recipe,
            Data,
            Folder,
            Set,
            Cache,
            DryRun,
            Json,
        };
        PluginOptions.AddTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(Recipe);
        var recipe = new SpecReader(PluginOptions.Discover(parsed).Catalog).ReadRecipe(file, Overrides(parsed));
        var factory = TraineeFactory.Of(recipe)
            ?? throw new ArgumentException(
                $"{file}: this program trains {TraineeFactory.Kinds}, and the recipe is for a {TraineeFactory.KindOf(recipe)}.");
        var cache = parsed.GetValue(Cache) ?? DefaultCache();
        using var opened = await ProgressDisplay.RunAsync("sources", display => factory(cache, display, cancellationToken));
        var listing = TrainingListing.Of(TraineeFactory.KindOf(recipe), recipe, opened);
        return parsed.GetValue(DryRun)
            ? Try(opened, recipe, listing, parsed.GetValue(Json), cancellationToken)
            : await TrainAsync(opened, recipe, listing, parsed.GetValue(Json), cancellationToken);
    }

    private static int Try(OpenedTrainee opened, RecipeSpec recipe, TrainingListing listing, bool asJson, CancellationToken cancellationToken)
    {
        var costs = TrialSteps.Take(opened.Trainee, recipe, cancellationToken);
        using var process = Process.GetCurrentProcess();
        listing = listing with { Stages = costs, PeakMemoryBytes = process.PeakWorkingSet64 };
        if (asJson)
        {
            WriteJson(listing);
        }
        else
        {
            TrainingReport.WritePlan(listing, Console.Out);
            TrainingReport.WriteTrial(listing, Console.Out);
        }
        return HostRunner.Done;
    }

    private static async Task<int> TrainAsync(
        OpenedTrainee opened, RecipeSpec recipe, TrainingListing listing, bool asJson, CancellationToken cancellationToken)
    {
        TrainingReport.WritePlan(listing, Console.Error);
        using var folder = RunFolder.Open(recipe.Checkpoints.Folder, RunConfiguration.Of(recipe));
        TrainingDisplay? shown = null;
        RunResult result;
        try
        {
            result = await ProgressDisplay.RunAsync(
                "steps",
                display => TrainingLoop.RunAsync(opened.Trainee, RunPlan.Of(recipe), folder, shown = new(display), cancellationToken));
        }
        catch (TrainingException exception) when (shown is { HasStarted: true })
        {
            Console.Error.WriteLine($"failed: {exception.Message}");
            return HostRunner.Failed;
        }
        if (!result.IsComplete)
        {
            Console.Error.WriteLine(
                $"stopped after step {result.Step} of {recipe.Steps}, and saved in {folder.Path}; the same command goes on from there.");
            return HostRunner.Failed;
        }
        listing = listing.With(result, folder.Weights);
        if (asJson)
            WriteJson(listing);
        else
            TrainingReport.WriteResult(listing, Console.Out);
        return HostRunner.Done;
    }

    // Both options are settings like any other, so that a message about them names the key.
    private static SpecOverrides Overrides(ParseResult parsed)
    {
        var settings = new List<string>(parsed.GetValue(Set) ?? []);
        if (parsed.GetValue(Data) is { } data)
            settings.Add($"data:source={data}");
        if (parsed.GetValue(Folder) is { } folder)
            settings.Add($"checkpoints:folder={folder}");
        return SpecOverrides.Parse(settings);
    }

    private static string DefaultCache() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "videopoet");

    private static void WriteJson(TrainingListing listing) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(listing, TrainerJson.Default.TrainingListing));
}
