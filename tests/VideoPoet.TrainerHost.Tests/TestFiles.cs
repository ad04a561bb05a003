using TorchSharp;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.SoundStream;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Tests;

/// <summary>A small model with random weights.</summary>
public sealed partial class TestFiles
{
    private static readonly VideoTokenizerSpec Video = Counted(new VideoTokenizerSpec
    {
        Channels = 8, Multipliers = [1, 1, 1, 2], ResidualBlocks = 1, Bits = 6, Parameters = 1,
    });

    private static readonly AudioTokenizerSpec Audio = Counted(new AudioTokenizerSpec
    {
        Channels = 4, Strides = [2, 4, 5, 8], Embedding = 16, Levels = 2, TrainedLevels = 2, Codes = 32, Parameters = 1,
    });

    /// <summary>The YAML file of the small model.</summary>
    public static string Model => PathOf("tiny.yaml");

    /// <summary>A folder with random weights of it.</summary>
    public static string Weights => PathOf("weights");

    static partial void WriteModel()
    {
        File.WriteAllText(Model, ModelText());
        Directory.CreateDirectory(Weights);
        torch.manual_seed(1);
        using var video = new VideoTokenizer(Video);
        using var audio = new SoundStreamTokenizer(Audio);
        SafetensorsWriter.Write(Path.Join(Weights, TokenizerFolder.VideoFile), video);
        SafetensorsWriter.Write(Path.Join(Weights, TokenizerFolder.AudioFile), audio);
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
