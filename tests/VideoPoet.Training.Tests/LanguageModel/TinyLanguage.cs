using System.Text.Json.Nodes;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Discovery;
using VideoPoet.Specs;
using VideoPoet.Tasks.FramePrediction;
using VideoPoet.Tasks.Generation;
using VideoPoet.Tasks.Painting;
using VideoPoet.Tasks.Sound;
using VideoPoet.Tasks.Stylization;
using VideoPoet.Tests;
using VideoPoet.Training.Distributed;
using VideoPoet.Training.LanguageModels;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.LanguageModel;

/// <summary>A language model of a few thousand parameters, tiny formats, and drawn tokens whose entropy is known.</summary>
internal static class TinyLanguage
{
    public static ModelSpec Model { get; } = Counted(new()
    {
        Name = "tiny",
        LanguageModel = new()
        {
            Width = 32, Layers = 2, Heads = 2, FeedForward = 64, Context = 512, Parameters = new() { NonEmbedding = 1, Total = 1 },
        },
        VideoTokenizer = new() { Channels = 16, Multipliers = [1, 1, 1, 1], ResidualBlocks = 1, Bits = 4, Parameters = 1 },
        AudioTokenizer = new() { Channels = 2, Strides = [2, 4, 5, 8], Embedding = 8, Levels = 2, TrainedLevels = 2, Codes = 8, Parameters = 1 },
        TextEncoder = new() { Width = 8, Layers = 1, Heads = 2, HeadWidth = 4, FeedForward = 8, Vocabulary = 800, Parameters = 1 },
    });

    /// <summary>One layer, for tests in which nothing is learned.</summary>
    public static ModelSpec Smallest { get; } = Counted(Model with
    {
        LanguageModel = Model.LanguageModel with { Width = 8, Layers = 1, Heads = 1, FeedForward = 8 },
    });

    public static IReadOnlyList<RegisteredTask> Tasks { get; } = [.. PluginDiscovery.Discover(new()
    {
        Assemblies =
        [
            typeof(TextToVideo).Assembly, typeof(FramePrediction).Assembly, typeof(Inpainting).Assembly, typeof(Stylization).Assembly,
            typeof(AudioToVideo).Assembly,
        ],
    }).Catalog.Tasks];

    public static TaskCatalog Catalog { get; } = With();

    /// <summary>The built-in tasks and others.</summary>
    public static TaskCatalog With(params IEnumerable<RegisteredTask> more) => new([.. Tasks, .. more], PluginDiscovery.Discover(new()
    {
        Assemblies = [typeof(Inpainting).Assembly, typeof(Stylization).Assembly],
    }).Catalog.Views);

    /// <summary>Some tasks in formats of 16 × 16 pixels: images, and videos of 9 frames.</summary>
    public static MixtureSpec Mixture(int tokenBudget, params IEnumerable<string> tasks) => new()
    {
        TokenBudget = tokenBudget,
        Formats = new Dictionary<string, FormatSpec>
        {
            ["tiny-image"] = new() { Width = 16, Height = 16, Frames = 1 },
            ["tiny-9"] = new() { Width = 16, Height = 16, Frames = 9 },
        },
        Tasks = tasks.ToDictionary(task => task, task => new MixtureTaskSpec { Data = "clips", Parameters = ParametersOf(task) }),
        Data = new Dictionary<string, DataSourceSpec> { ["clips"] = new() { Shards = "clips" } },
    };

    /// <summary>A short run with everything that a checkpoint must hold: accumulation, a moving average, a guard.</summary>
    public static LanguageModelRecipeSpec Recipe { get; } = new()
    {
        Model = Model,
        Mixture = Mixture(60, "text-to-image", "text-to-video", "video-to-audio"),
        Weights = new() { VideoTokenizer = "video-tokenizer.safetensors" },
        Steps = 10,
        Seed = 3,
        Accumulation = 2,
        Precision = Precision.Fp32,
        Optimizer = new() { LearningRate = 3e-3, SpikeAbove = 50 },
        Schedule = new() { Warmup = 2 },
        MovingAverage = 0.9,
        Evaluation = new() { Every = 4, Batches = 1 },
        Checkpoints = new() { Folder = "unused", Every = 3 },
        Samples = 0,
    };

    public static UnifiedVocabulary VocabularyOf(LanguageModelRecipeSpec recipe, TaskCatalog? catalog = null, TokenTable? tokens = null)
    {
        var own = recipe.Model.CreateVocabulary();
        return new UnifiedVocabulary(own.VisualCodes, own.AudioLevels, own.AudioCodesPerLevel, tokens)
            .With((catalog ?? Catalog).Tokens).With(recipe.Mixture.CreateFormats());
    }

    /// <summary>Writes the data of a recipe; the first frames of videos, and their sound, may be nothing but noise.</summary>
    public static SyntheticTokens WriteData(
        LanguageModelRecipeSpec recipe, string folder, int entries = 24, TaskCatalog? catalog = null, int? noisyFrames = null,
        IReadOnlyDictionary<string, string>? views = null)
    {
        var vocabulary = VocabularyOf(recipe, catalog);
        var drawn = noisyFrames is { } frames
            ? new SyntheticTokens(vocabulary) { LeadingNoise = 1, LeadingFrames = frames, Views = views }
            : new SyntheticTokens(vocabulary) { Views = views };
        drawn.Write(MixturePlan.Create(recipe.Mixture, catalog ?? Catalog, vocabulary), folder, entries, windows: 2);
        return drawn;
    }

    /// <summary>Opens a trainee with its data.</summary>
    public static OpenedLanguage Open(
        LanguageModelRecipeSpec recipe, string data, TaskCatalog? catalog = null, TokenTable? tokens = null, SampleDecoder? decoder = null,
        DataParallel? parallel = null)
    {
        var vocabulary = VocabularyOf(recipe, catalog, tokens);
        var plan = MixturePlan.Create(recipe.Mixture, catalog ?? Catalog, vocabulary);
        var datasets = MixtureDatasets.Open(plan, data, heldOut: new() { Share = new(0.2) });
        try
        {
            return new(new(recipe, plan, vocabulary, datasets, parallel) { Decoder = decoder }, datasets);
        }
        catch
        {
            datasets.Dispose();
            throw;
        }
    }

    /// <summary>Runs to the end of the recipe, or until cancelled.</summary>
    public static async Task<RunResult> RunAsync(
        string path, LanguageModelTrainee trainee, LanguageModelRecipeSpec recipe, Action<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var folder = RunFolder.Open(path, RunConfiguration.Of(recipe, trainee.Facts));
        return await TrainingLoop.RunAsync(trainee, RunPlan.Of(recipe), folder, new Told(progress), cancellationToken);
    }

    // Of nine frames, five are given at most.
    private static Dictionary<string, ValueList<string>> ParametersOf(string task) =>
        task == "frame-prediction" ? new() { ["frames"] = ["5"] } : [];

    private static ModelSpec Counted(ModelSpec sizes) => sizes with
    {
        LanguageModel = sizes.LanguageModel with
        {
            Parameters = new()
            {
                NonEmbedding = ParameterCount.NonEmbedding(sizes.LanguageModel),
                Total = ParameterCount.Total(sizes.LanguageModel, sizes.CreateVocabulary(), sizes.TextEncoder.Width),
            },
        },
        VideoTokenizer = sizes.VideoTokenizer with { Parameters = ParameterCount.Of(sizes.VideoTokenizer) },
        AudioTokenizer = sizes.AudioTokenizer with { Parameters = ParameterCount.Of(sizes.AudioTokenizer) },
        TextEncoder = sizes.TextEncoder with { Parameters = ParameterCount.Of(sizes.TextEncoder) },
    };

    /// <summary>All bits of what a checkpoint holds.</summary>
    public static string Fingerprint(LanguageModelTrainee trainee) => PartsFingerprint.Of(trainee.Parts);

    /// <summary>What every step learned from, as the log says.</summary>
    public static string[] SamplesIn(string run) => [.. StepsIn(run).Select(line => $"{line["step"]} {line["samples"]}")];

    /// <summary>What the log says of every step.</summary>
    public static IEnumerable<JsonObject> StepsIn(string run) => File.ReadLines(Path.Combine(run, "log.jsonl"))
        .Select(line => JsonNode.Parse(line)!.AsObject()).Where(line => (string)line["event"]! == "step");
}

/// <summary>A trainee with its data.</summary>
internal sealed record OpenedLanguage(LanguageModelTrainee Trainee, MixtureDatasets Datasets) : IDisposable
{
    public void Dispose()
    {
        Trainee.Dispose();
        Datasets.Dispose();
    }
}
