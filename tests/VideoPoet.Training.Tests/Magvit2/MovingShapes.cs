using System.Diagnostics;
using System.Security.Cryptography;
using VideoPoet.Data;
using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.Training.Tests.Magvit2;

/// <summary>Two short videos of shapes that circle before plain backgrounds, and a tokenizer that is small enough to learn them in seconds.</summary>
internal sealed class MovingShapes : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videopoet-shapes-").FullName;

    private MovingShapes()
    {
        Make("disc.mkv", "lt(hypot(X-16-8*cos(T*2),Y-16-8*sin(T*2)),7)", lit: 210, background: 70);
        Make("square.mkv", "lt(max(abs(X-16-7*sin(T*3)),abs(Y-16)),6)", lit: 40, background: 170);
    }

    /// <summary>The videos: 32 × 32 pixels, 8 frames a second; the last frames of each are held out.</summary>
    public VideoLibrary Library { get; private set; } = null!;

    /// <summary>A run that begins with single frames and goes on with clips of five.</summary>
    public static VideoTokenizerRecipeSpec Recipe { get; } = new()
    {
        Model = new()
        {
            Name = "tiny",
            LanguageModel = new()
            {
                Width = 8, Layers = 1, Heads = 1, FeedForward = 8, Context = 8, Parameters = new() { NonEmbedding = 1, Total = 1 },
            },
            VideoTokenizer = new() { Channels = 8, Multipliers = [1, 2, 2, 2], ResidualBlocks = 1, Bits = 8, Parameters = 1 },
            AudioTokenizer = new() { Channels = 1, Strides = [2], Embedding = 1, Levels = 1, TrainedLevels = 1, Codes = 2, Parameters = 1 },
            TextEncoder = new() { Width = 8, Layers = 1, Heads = 1, HeadWidth = 8, FeedForward = 8, Vocabulary = 8, Parameters = 1 },
        },
        Data = new() { Source = "shapes", Width = 32, Height = 32 },
        Stages =
        [
            new() { Name = "frames", Until = new(0.75), Frames = 1, Batch = 8 },
            new() { Name = "clips", Frames = 5, Batch = 2 },
        ],
        Loss = new() { Reconstruction = 10, Perceptual = 0, Quantizer = new() { Temperature = 1, AnnealingSteps = 20, Entropy = 0.02 } },
        Steps = 64,
        Seed = 3,
        Precision = Precision.Fp32,
        Optimizer = new() { LearningRate = 3e-3, Beta2 = 0.99, WeightDecay = 0 },
        Schedule = new() { Warmup = 4 },
        MovingAverage = 0.9,
        Evaluation = new() { Every = 1_000, Batches = 4 },
        Checkpoints = new() { Folder = "unused", Every = 1_000, Keep = 1 },
    };

    /// <summary>Makes the videos and reads them.</summary>
    public static async Task<MovingShapes> OpenAsync()
    {
        var shapes = new MovingShapes();
        shapes.Library = await VideoLibrary.OpenAsync(
            DatasetManifest.Read(shapes._folder),
            new() { Size = new FrameSize(32, 32), FrameRates = [8], HeldOutFrames = 5, HeldOut = new(0.2) },
            Path.Combine(shapes._folder, "cache"));
        return shapes;
    }

    /// <summary>A folder that lasts as long as the videos.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder, "runs", name)).FullName;

    /// <summary>All bits of all networks, averages and optimisers.</summary>
    public static string Fingerprint(TrainingParts parts)
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var (_, module) in parts.Modules.OrderBy(part => part.Key, StringComparer.Ordinal))
            foreach (var (_, tensor) in module.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal))
                tensor.Save(writer);
        foreach (var (_, optimizer) in parts.Optimizers.OrderBy(part => part.Key, StringComparer.Ordinal))
            optimizer.Write(writer);
        writer.Flush();
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }

    public void Dispose()
    {
        Library?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Make(string name, string shape, int lit, int background)
    {
        string[] arguments =
        [
            "-v", "error", "-nostdin", "-f", "lavfi", "-i", "color=black:size=32x32:rate=8:duration=6",
            "-vf", $"geq=lum='if({shape},{lit},{background})':cb='if({shape},90,150)':cr=128", "-pix_fmt", "yuv444p", "-c:v", "ffv1",
            Path.Combine(_folder, name),
        ];
        using var process = Process.Start("ffmpeg", arguments);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"ffmpeg could not make {name}");
    }
}
