using System.Reflection;
using VideoPoet.Core;
using VideoPoet.Discovery;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Specs;
using VideoPoet.Tasks.FramePrediction;
using VideoPoet.Tasks.Generation;
using VideoPoet.Tasks.Painting;
using VideoPoet.Tasks.Sound;
using VideoPoet.Tasks.Stylization;
using VideoPoet.Tests;

namespace VideoPoet.Inference.Tests.Generation;

/// <summary>A model of a few thousand drawn weights in a folder, as training leaves it: formats of 16 × 16 pixels, 1, 9, 13 and 17 frames.</summary>
internal static partial class SmallModel
{
    private static readonly Lazy<string> s_folder = new(() => Write(TestFolders.New()));

    /// <summary>The plugins.</summary>
    public static IReadOnlyList<Assembly> TaskAssemblies { get; } =
    [
        typeof(TextToVideo).Assembly, typeof(FramePrediction).Assembly, typeof(Inpainting).Assembly, typeof(Stylization).Assembly,
        typeof(AudioToVideo).Assembly,
    ];

    /// <summary>The tasks.</summary>
    public static TaskCatalog Catalog { get; } = PluginDiscovery.Discover(new() { Assemblies = [.. TaskAssemblies] }).Catalog;

    /// <summary>The sizes.</summary>
    public static ModelSpec Sizes { get; } = Counted(new()
    {
        Name = "small",
        LanguageModel = new() { Width = 16, Layers = 2, Heads = 2, FeedForward = 32, Context = 512, Parameters = new() { NonEmbedding = 1, Total = 1 } },
        VideoTokenizer = new() { Channels = 16, Multipliers = [1, 1, 1, 1], ResidualBlocks = 1, Bits = 6, Parameters = 1 },
        AudioTokenizer = new() { Channels = 2, Strides = [2, 4, 5, 8], Embedding = 8, Levels = 2, TrainedLevels = 2, Codes = 8, Parameters = 1 },
        TextEncoder = new() { Width = 8, Layers = 1, Heads = 2, HeadWidth = 4, FeedForward = 8, Vocabulary = 800, Parameters = 1 },
    });

    /// <summary>What it was trained on.</summary>
    public static MixtureSpec Mixture { get; } = new()
    {
        TokenBudget = 1_000,
        Formats = new Dictionary<string, FormatSpec>
        {
            ["tiny-image"] = new() { Width = 16, Height = 16, Frames = 1 },
            ["tiny-9"] = new() { Width = 16, Height = 16, Frames = 9 },
            ["tiny-17"] = new() { Width = 16, Height = 16, Frames = 17 },
        },
        Tasks = new Dictionary<string, MixtureTaskSpec>
        {
            ["text-to-image"] = new() { Data = "clips", Formats = ["tiny-image"], Drop = Dropped },
            ["text-to-video"] = new() { Data = "clips", Formats = ["tiny-9", "tiny-17"], Drop = Dropped },
            ["image-to-video"] = new() { Data = "clips", Formats = ["tiny-9", "tiny-17"], Drop = Dropped },
            ["frame-prediction"] = new() { Data = "clips", Formats = ["tiny-17"] },
            ["inpainting"] = new() { Data = "clips", Formats = ["tiny-9"], Add = new Dictionary<string, Share> { ["text"] = new(0.5) } },
            ["outpainting"] = new() { Data = "clips", Formats = ["tiny-9"] },
            ["video-to-audio"] = new() { Data = "clips", Formats = ["tiny-9"] },
            ["audio-to-video"] = new() { Data = "clips", Formats = ["tiny-9"] },
            ["audio-video-continuation"] = new() { Data = "clips", Formats = ["tiny-9"] },
            ["stylization"] = new() { Data = "clips", Formats = ["tiny-9"] },
        },
        Data = new Dictionary<string, DataSourceSpec> { ["clips"] = new() { Shards = "clips" } },
    };

    /// <summary>Where it lies.</summary>
    public static string Folder => s_folder.Value;

    /// <summary>The options of a generator of it.</summary>
    public static VideoPoetOptions Options => new() { Model = Folder, Catalog = Catalog, Threads = 1 };

    private static Dictionary<string, Share> Dropped => new() { ["text"] = new(0.5) };

    /// <summary>Writes it.</summary>
    /// <param name="folder">The folder, which exists.</param>
    /// <param name="tasks">The tasks that it was trained on; all when null.</param>
    /// <param name="seed">Draws the weights.</param>
    public static string Write(string folder, IReadOnlyCollection<string>? tasks = null, long seed = 1) => Write(
        folder, tasks is null ? Mixture : Mixture with { Tasks = Mixture.Tasks.Where(task => tasks.Contains(task.Key)).ToDictionary() }, seed);

    /// <summary>Writes one that was trained on something else.</summary>
    /// <param name="folder">The folder, which exists.</param>
    /// <param name="mixture">What it was trained on.</param>
    /// <param name="seed">Draws the weights.</param>
    public static string Write(string folder, MixtureSpec mixture, long seed = 1)
    {
        SmallWeights.Write(Sizes, folder, seed);
        var vocabulary = Sizes.CreateVocabulary().With(mixture.CreateFormats());
        var layouts = MixturePlan.Create(mixture, Catalog, vocabulary).Stages.SelectMany(stage => stage.Variants)
            .DistinctBy(variant => (variant.Name, variant.Format.Name))
            .ToDictionary(variant => $"{variant.Name} in {variant.Format.Name}", variant => variant.Layout.Fingerprint);
        using var tokenizers = new TokenizerFolder(Sizes, folder);
        using var model = new PrefixLanguageModel(Sizes.LanguageModel, vocabulary, Sizes.TextEncoder.Width);
        using var generator = new Generator((ulong)seed);
        using (no_grad())
            model.Initialise(generator);
        LanguageModelFolder.Write(folder, model, Sizes, layouts, new Dictionary<string, string>
        {
            ["video"] = tokenizers.VideoFingerprint,
            ["audio"] = tokenizers.AudioFingerprint,
            ["text"] = tokenizers.Text.Fingerprint,
        });
        return folder;
    }

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
}
