using System.CommandLine;
using System.Text.Json;
using VideoPoet.CommandLine;
using VideoPoet.Specs;
using VideoPoet.Torch;
using VideoPoet.TrainerHost.OwnData;
using VideoPoet.TrainerHost.Train;
using VideoPoet.Training;
using VideoPoet.Training.Distributed;
using VideoPoet.Training.LanguageModels;

namespace VideoPoet.TrainerHost.Verbs;

/// <summary>The verb <c>train</c>: trains what a recipe says; started again, it goes on.</summary>
internal static class TrainVerb
{
    private static readonly Argument<string> Recipe = new("RECIPE") { Description = "The recipe's YAML file, such as those in task-specs/recipes." };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "What to learn from: a folder of media, a manifest (.jsonl or .csv), a data source such as toybox:clips=1000, "
            + "or for a language model the folder that shards are in, unless its recipe makes them itself; wins over the recipe's data:source.",
        HelpName = "DATA",
    };

    private static readonly Option<string> Folder = new("--folder")
    {
        Description = "The folder of the run, with its checkpoints, its log and the weights; wins over the recipe's checkpoints:folder.",
        HelpName = "RUN",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A value that wins over the recipe's, as key=value, such as steps=500 or optimizer:learningRate=0.001; may be repeated.",
        HelpName = "KEY=VALUE",
    };

    private static readonly Option<string> Cache = new("--cache")
    {
        Description = "Where decoded media are kept for the next run; videopoet in the user's folder for caches when absent.",
        HelpName = "FOLDER",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Read everything, take a few steps, say what the run would cost, and write nothing but decoded media.",
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
        var plugins = PluginOptions.Discover(parsed);
        var recipe = new SpecReader(plugins.Catalog).ReadRecipe(file, Overrides(parsed));
        var isTrial = parsed.GetValue(DryRun);
        if (isTrial && recipe is LanguageModelRecipeSpec { Data.Tokenize: not null } own && !new OwnTokens(own, plugins).AreThere)
            throw new ArgumentException("a dry run writes nothing, and the tokens of this run are not all made yet. Start it, and stop it once it trains.");
        var processes = isTrial ? new() { Rank = 0, Size = 1 } : ProcessEnvironment.Read();
        using var group = ProcessGroup.Join(processes, cancellationToken);
        var parallel = group.Size > 1 ? new DataParallel(group, OptionsOf(recipe)) : null;
        var factory = TraineeFactory.Of(recipe, plugins, parallel);
        var cache = parsed.GetValue(Cache) ?? DefaultCache();
        using var opened = await ProgressDisplay.RunAsync("sources", display => factory(cache, display, cancellationToken));
        var listing = TrainingListing.Of(TraineeFactory.KindOf(recipe), recipe, opened);
        // Several processes share what a probe would take alone.
        if (opened.Trainee is LanguageModelTrainee trainee && parallel is null)
            listing = LanguageModelTrial.Take(trainee, (LanguageModelRecipeSpec)recipe, listing, cancellationToken);
        return isTrial
            ? Try(opened, recipe, listing, parsed.GetValue(Json), cancellationToken)
            : await TrainAsync(opened, recipe, listing, parallel, parsed.GetValue(Json), cancellationToken);
    }

    private static int Try(OpenedTrainee opened, RecipeSpec recipe, TrainingListing listing, bool asJson, CancellationToken cancellationToken)
    {
        // A language model's trial was taken already.
        if (listing.Stages is null)
            listing = TrialSteps.Take(opened.Trainee, recipe, listing, cancellationToken);
        if (asJson)
        {
            WriteJson(listing);
        }
        else
        {
            TrainingReport.WritePlan(listing, Console.Out);
        }
        return HostRunner.Done;
    }

    private static async Task<int> TrainAsync(
        OpenedTrainee opened, RecipeSpec recipe, TrainingListing listing, DataParallel? parallel, bool asJson, CancellationToken cancellationToken)
    {
        if (parallel is null or { Leads: true })
            TrainingReport.WritePlan(listing, Console.Error);
        TrainingDisplay? shown = null;
        RunResult result;
        try
        {
            result = await ProgressDisplay.RunAsync(
                "steps",
                display => RunStart.TrainAsync(opened.Trainee, recipe, parallel, shown = new(display), cancellationToken));
        }
        catch (TrainingException exception) when (shown is { HasStarted: true })
        {
            Console.Error.WriteLine($"failed: {exception.Message}");
            return HostRunner.Failed;
        }
        if (parallel is { Leads: false })
            return result.IsComplete ? HostRunner.Done : HostRunner.Failed;
        if (!result.IsComplete)
        {
            Console.Error.WriteLine(
                $"stopped after step {result.Step} of {recipe.Steps}, and saved in {recipe.Checkpoints.Folder}; "
                + "the same command goes on from there.");
            return HostRunner.Failed;
        }
        listing = listing.With(result);
        if (asJson)
            WriteJson(listing);
        else
            TrainingReport.WriteResult(listing, Console.Out);
        return HostRunner.Done;
    }

    private static DataParallelOptions OptionsOf(RecipeSpec recipe) =>
        recipe is LanguageModelRecipeSpec language ? new() { ShardsOptimizer = language.ShardOptimizer } : new();

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
