using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Discovery;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Specs;
using VideoPoet.Tasks.FramePrediction;
using VideoPoet.Tasks.Generation;
using VideoPoet.Tasks.Painting;
using VideoPoet.Tasks.Sound;
using VideoPoet.Tasks.Stylization;

namespace VideoPoet.Tests;

/// <summary>A small model, a mixture in tiny formats, and three clips.</summary>
internal static class Tokens
{
    public const string Tasks = """
          text-to-image:  { data: clips, formats: tiny-image, drop: { text: 50% } }
          text-to-video:  { data: clips, formats: tiny-9, drop: { text: 50% } }
          frame-prediction: { data: clips, formats: tiny-9, parameters: { frames: 5 } }
          inpainting:     { data: clips, formats: tiny-9, parameters: { mask: [central, vertical] } }
          audio-video-continuation: { data: clips, formats: tiny-9 }
          video-to-audio: { data: clips, formats: tiny-9 }
        """;

    private static readonly Lazy<string> LazyWeights = new(() =>
    {
        var folder = TestFiles.NewFolder();
        SmallWeights.Write(Model!, folder);
        return folder;
    });

    private static readonly Lazy<Task<string>> LazyFolder = new(async () =>
    {
        var folder = TestFiles.NewFolder();
        await RunAsync(folder);
        return folder;
    });

    public static TaskCatalog Catalog { get; } = PluginDiscovery.Discover(new()
    {
        Assemblies =
        [
            typeof(TextToVideo).Assembly, typeof(FramePrediction).Assembly, typeof(Inpainting).Assembly, typeof(Stylization).Assembly,
            typeof(AudioToVideo).Assembly,
        ],
    }).Catalog;

    public static ModelSpec Model { get; } = new()
    {
        Name = "small",
        LanguageModel = new() { Width = 8, Layers = 1, Heads = 1, FeedForward = 8, Context = 64, Parameters = new() { NonEmbedding = 1, Total = 1 } },
        VideoTokenizer = new() { Channels = 16, Multipliers = [1, 1, 1, 1], ResidualBlocks = 1, Bits = 8, Parameters = 1 },
        AudioTokenizer = new() { Channels = 2, Strides = [2, 4, 5, 8], Embedding = 8, Levels = 4, TrainedLevels = 4, Codes = 16, Parameters = 1 },
        TextEncoder = new() { Width = 8, Layers = 1, Heads = 2, HeadWidth = 4, FeedForward = 8, Vocabulary = 800, Parameters = 1 },
    };

    public static string Weights => LazyWeights.Value;

    /// <summary>The tokens of the clips, made once for all tests that only read them.</summary>
    public static Task<string> Folder => LazyFolder.Value;

    /// <summary>Two clips with captions, one of them with sound, and an image.</summary>
    public static IReadOnlyList<DatasetEntry> Entries { get; } =
    [
        Entry(Clip("loud", seconds: 3, sound: true), "a test picture"),
        Entry(Clip("silent", seconds: 2.4, sound: false), "a test picture"),
        Entry(TestFiles.HalfWhite, null),
    ];

    public static DatasetEntry Entry(string file, string? caption) => new(file, caption, TimeSpan.Zero, null, file);

    public static TokenizerFolder Tokenizers() => new(Model, Weights);

    public static MixtureSpec Mixture(string tasks = Tasks, string data = "  clips: { shards: clips }") => new SpecReader(Catalog).ReadMixture(
        TestFiles.Text("mixture.yaml", $$"""
            tokenBudget: 1000
            formats:
              tiny-image: { width: 16, height: 24, frames: 1 }
              tiny-9:     { width: 16, height: 24, frames: 9 }
            tasks:
            {{tasks}}
            data:
            {{data}}
            """));

    public static TokenPlan Plan(string tasks = Tasks) => TokenPlan.Create(Mixture(tasks), Catalog, Model.CreateVocabulary());

    /// <summary>Tokenizes the clips into a folder.</summary>
    public static async Task<TokenizingResult> RunAsync(
        string folder, TokenizingOptions? options = null, IReadOnlyList<DatasetEntry>? entries = null, string tasks = Tasks)
    {
        using var tokenizers = Tokenizers();
        return await new DatasetTokenizer(Plan(tasks), Catalog, tokenizers).RunAsync(entries ?? Entries, folder, options);
    }

    /// <summary>The content of every file of a folder, by name.</summary>
    public static Dictionary<string, string> Content(string folder) => Directory.GetFiles(folder)
        .ToDictionary(path => Path.GetFileName(path), path => Convert.ToBase64String(File.ReadAllBytes(path)));

    public static string Clip(string name, double seconds, bool sound) => TestFiles.Make(
        $"{name}.mkv",
        [
            "-f", "lavfi", "-i", $"testsrc2=size=64x64:rate=25:duration={seconds}",
            .. sound ? ["-f", "lavfi", "-i", $"sine=frequency=440:sample_rate=16000:duration={seconds}"] : Array.Empty<string>(),
            "-c:v", "ffv1",
        ]);
}
