using System.Diagnostics;
using TorchSharp;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.SoundStream;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Tests;

/// <summary>A small model with random weights, and media that ffmpeg's own sources make, in a folder that lasts as long as the tests.</summary>
[SetUpFixture]
public sealed class TestFiles
{
    private static readonly VideoTokenizerSpec Video = Counted(new VideoTokenizerSpec
    {
        Channels = 8, Multipliers = [1, 1, 1, 2], ResidualBlocks = 1, Bits = 6, Parameters = 1,
    });

    private static readonly AudioTokenizerSpec Audio = Counted(new AudioTokenizerSpec
    {
        Channels = 4, Strides = [2, 4, 5, 8], Embedding = 16, Levels = 2, TrainedLevels = 2, Codes = 32, Parameters = 1,
    });

    public static string Folder { get; private set; } = "";

    /// <summary>The YAML file of the small model.</summary>
    public static string Model => PathOf("tiny.yaml");

    /// <summary>A folder with random weights of it.</summary>
    public static string Weights => PathOf("weights");

    [OneTimeSetUp]
    public void Create()
    {
        Folder = Directory.CreateTempSubdirectory("videopoet-host-").FullName;
        File.WriteAllText(Model, ModelText());
        Directory.CreateDirectory(Weights);
        torch.manual_seed(1);
        using var video = new VideoTokenizer(Video);
        using var audio = new SoundStreamTokenizer(Audio);
        SafetensorsWriter.Write(Path.Join(Weights, TokenizerFolder.VideoFile), video);
        SafetensorsWriter.Write(Path.Join(Weights, TokenizerFolder.AudioFile), audio);
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(Folder, recursive: true);

    /// <summary>A path in the folder.</summary>
    public static string PathOf(string name) => Path.Join(Folder, name);

    /// <summary>A new, empty folder.</summary>
    public static string NewFolder() => Directory.CreateDirectory(PathOf(Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Makes a media file once.</summary>
    public static string Make(string name, params string[] arguments)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            Tool("ffmpeg", ["-v", "error", "-nostdin", .. arguments, path]);
        return path;
    }

    /// <summary>Three seconds of moving pictures with a tone.</summary>
    public static string Clip => Make(
        "clip.mp4",
        "-f", "lavfi", "-i", "testsrc2=size=96x64:rate=25:duration=3", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100:duration=3",
        "-pix_fmt", "yuv420p");

    /// <summary>Three seconds of moving pictures without sound.</summary>
    public static string SilentClip => Make("silent.mp4", "-f", "lavfi", "-i", "testsrc2=size=96x64:rate=25:duration=3", "-pix_fmt", "yuv420p");

    /// <summary>A picture.</summary>
    public static string Image => Make("image.png", "-f", "lavfi", "-i", "testsrc2=size=70x50", "-frames:v", "1");

    /// <summary>Two seconds of a tone.</summary>
    public static string Sound => Make("tone.wav", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=22050:duration=2");

    /// <summary>What ffprobe says of a file: streams as <c>codec_type,width,height</c>, then the duration.</summary>
    public static string[] Probe(string file) => Tool(
        "ffprobe", "-v", "error", "-show_entries", "stream=codec_type,width,height:format=duration", "-of", "csv=p=0", file)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Tool(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}");
        return output;
    }

    private static VideoTokenizerSpec Counted(VideoTokenizerSpec sizes) => sizes with { Parameters = ParameterCount.Of(sizes) };

    private static AudioTokenizerSpec Counted(AudioTokenizerSpec sizes) => sizes with { Parameters = ParameterCount.Of(sizes) };

    private static string ModelText()
    {
        var mini = SpecReader.ReadModel(Path.Join(Host.RepositoryRoot, "task-specs", "models", "mini.yaml"));
        var language = mini.LanguageModel with { Width = 32, Layers = 2, Heads = 2, FeedForward = 64 };
        var tiny = mini with { Name = "tiny", VideoTokenizer = Video, AudioTokenizer = Audio };
        var parameters = new LanguageModelParameters
        {
            NonEmbedding = ParameterCount.NonEmbedding(language),
            Total = ParameterCount.Total(language, tiny.CreateVocabulary(), tiny.TextEncoder.Width),
        };
        return SpecValues.ToYaml(tiny with { LanguageModel = language with { Parameters = parameters } });
    }
}
