using VideoPoet.Models.Magvit2;
using VideoPoet.Models.SoundStream;
using VideoPoet.Models.T5;
using VideoPoet.Models.Tests.T5;
using VideoPoet.Models.Tests.WeightFiles;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Models.Tests.Tokenizers;

public sealed class TokenizerFolderTests
{
    private static readonly ModelSpec Small = new()
    {
        Name = "small",
        LanguageModel = new() { Width = 8, Layers = 1, Heads = 1, FeedForward = 8, Context = 64, Parameters = new() { NonEmbedding = 1, Total = 1 } },
        VideoTokenizer = new() { Channels = 8, Multipliers = [1, 1, 1, 1], ResidualBlocks = 1, Bits = 6, Parameters = 1 },
        AudioTokenizer = new() { Channels = 2, Strides = [2, 4, 5, 8], Embedding = 8, Levels = 2, TrainedLevels = 3, Codes = 16, Parameters = 1 },
        TextEncoder = T5.Samples.Gated with { Vocabulary = 800 },
    };

    [Test]
    public void Each_tokenizer_is_loaded_frozen_with_the_weights_of_its_file()
    {
        using var folder = new TemporaryFolder();
        using var video = new VideoTokenizer(Small.VideoTokenizer);
        using var audio = new SoundStreamTokenizer(Small.AudioTokenizer);
        SafetensorsWriter.Write(folder.File(TokenizerFolder.VideoFile), video);
        SafetensorsWriter.Write(folder.File(TokenizerFolder.AudioFile), audio);
        using var text = WriteTextEncoder(folder);

        using var opened = new TokenizerFolder(Small, Path.GetDirectoryName(folder.File("x"))!);

        Assert.That(opened.VideoFingerprint, Is.EqualTo(TokenizerFingerprint.Of(video)));
        Assert.That(opened.AudioFingerprint, Is.EqualTo(TokenizerFingerprint.Of(audio)));
        Assert.That(opened.Text.Fingerprint, Is.EqualTo(text.Fingerprint));
        Assert.That(opened.Video.training, Is.False);
        Assert.That(opened.Video.parameters().Select(parameter => parameter.requires_grad), Has.None.True);
        using var pixels = zeros([1, 3, 5, 16, 16]);
        using var ids = opened.Video.Encode(pixels);
        using var sound = zeros([1, 1, 700]);
        using var codes = opened.Audio.Encode(sound);
        Assert.That((ids.shape, codes.shape), Is.EqualTo((new long[] { 1, 2, 2, 2 }, new long[] { 1, 2, 2 })));
    }

    [Test]
    public void Fingerprints_tell_weights_and_sizes_that_weights_do_not_show()
    {
        using var first = new VideoTokenizer(Small.VideoTokenizer);
        using var other = new VideoTokenizer(Small.VideoTokenizer);
        using var published = new VideoTokenizer(Small.VideoTokenizer with { Rules = TemporalRules.Published });
        published.load_state_dict(first.state_dict());
        using var replicated = new VideoTokenizer(Small.VideoTokenizer with { Padding = FramePadding.Replicate });
        replicated.load_state_dict(first.state_dict());
        using var sound = new SoundStreamTokenizer(Small.AudioTokenizer);
        using var fewerLevels = new SoundStreamTokenizer(Small.AudioTokenizer with { Levels = 1 });
        fewerLevels.load_state_dict(sound.state_dict());

        Assert.That(
            new[]
            {
                TokenizerFingerprint.Of(first), TokenizerFingerprint.Of(other), TokenizerFingerprint.Of(published),
                TokenizerFingerprint.Of(replicated),
                TokenizerFingerprint.Of(sound), TokenizerFingerprint.Of(fewerLevels),
            },
            Is.Unique.And.All.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public void Weights_that_were_trained_with_other_edges_are_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("video-tokenizer.safetensors");
        using var replicated = new VideoTokenizer(Small.VideoTokenizer with { Padding = FramePadding.Replicate });
        VideoTokenizerFile.Write(file, replicated);
        var fitting = Small with { VideoTokenizer = replicated.Sizes };

        using var refused = new TokenizerFolder(Small, Path.GetDirectoryName(file)!);
        using var taken = new TokenizerFolder(fitting, Path.GetDirectoryName(file)!);

        Assert.That(() => refused.Video, Throws.TypeOf<WeightFileException>().With.Message.Contains("trained with 'padding: replicate'")
            .And.Message.Contains("Write 'videoTokenizer: padding: replicate' into the model"));
        Assert.That(taken.VideoFingerprint, Is.EqualTo(TokenizerFingerprint.Of(replicated)));
        SafetensorsWriter.Write(file, replicated);
        using var silent = new TokenizerFolder(fitting, Path.GetDirectoryName(file)!);
        Assert.That(() => silent.Video, Throws.TypeOf<WeightFileException>().With.Message.Contains("trained with 'padding: zeros'"));
    }

    [Test]
    public void What_is_missing_or_does_not_fit_is_said_when_it_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        var path = Path.GetDirectoryName(folder.File("x"))!;
        using (var opened = new TokenizerFolder(Small, path))
        {
            Assert.That(() => opened.Video, Throws.TypeOf<FileNotFoundException>().With.Message.Contains("has no video tokenizer").And
                .Message.Contains("video-tokenizer.safetensors, video_128_262144.ckpt"));
            Assert.That(() => opened.Audio, Throws.TypeOf<FileNotFoundException>().With.Message.Contains("weights_16khz.pth"));
            Assert.That(() => opened.Text, Throws.TypeOf<FileNotFoundException>().With.Message.Contains("text-encoder"));
        }
        using var wider = new VideoTokenizer(Small.VideoTokenizer with { Channels = 16 });
        SafetensorsWriter.Write(folder.File(TokenizerFolder.VideoFile), wider);
        folder.Write("weights_16khz.pth", [1, 2, 3, 4]);
        using var text = WriteTextEncoder(folder);
        using (var opened = new TokenizerFolder(Small with { TextEncoder = Small.TextEncoder with { Layers = 4 } }, path))
        {
            Assert.That(() => opened.Video, Throws.TypeOf<WeightMismatchException>().With.Message.Contains("encoder.conv_in"));
            Assert.That(() => opened.Audio, Throws.TypeOf<WeightFileException>().With.Message.Contains("12 levels of 1024 codes"));
            Assert.That(() => opened.Text, Throws.TypeOf<FormatException>().With.Message.Contains("'small' has other sizes"));
        }
    }

    [Test]
    public void The_published_video_tokenizer_is_refused_by_a_model_of_other_rules()
    {
        using var folder = new TemporaryFolder();
        folder.Write("video_128_262144.ckpt", [1, 2, 3, 4]);

        using var opened = new TokenizerFolder(Small, Path.GetDirectoryName(folder.File("x"))!);

        Assert.That(
            () => opened.Video, Throws.TypeOf<WeightFileException>().With.Message.Contains("'videoTokenizer: rules: published'"));
    }

    private static TextEncoder WriteTextEncoder(TemporaryFolder folder)
    {
        var path = folder.File(TokenizerFolder.TextFolder);
        Directory.CreateDirectory(path);
        File.WriteAllBytes(Path.Join(path, "spiece.model"), T5.Samples.Model());
        File.WriteAllText(
            Path.Join(path, "config.json"),
            """{ "d_ff": 40, "d_kv": 5, "d_model": 24, "num_heads": 3, "num_layers": 3, "vocab_size": 800, "feed_forward_proj": "gated-gelu" }""");
        using (var network = T5.Samples.Encoder())
            SafetensorsWriter.Write(Path.Join(path, "model.safetensors"), network);
        return TextEncoder.Load(path);
    }
}
