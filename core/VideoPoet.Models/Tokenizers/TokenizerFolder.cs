using VideoPoet.Models.Magvit2;
using VideoPoet.Models.SoundStream;
using VideoPoet.Models.SoundStream.Dac;
using VideoPoet.Models.T5;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.Tokenizers;

/// <summary>The tokenizers of a model with the weights in a folder; each is loaded when it is first asked for, frozen and ready to be used.</summary>
/// <remarks>
/// The folder holds <c>video-tokenizer.safetensors</c> and <c>audio-tokenizer.safetensors</c>, as training writes them, and <c>text-encoder/</c>, as
/// Hugging Face has it. In place of the first two it may hold the published <c>video_128_262144.ckpt</c> of Open-MAGVIT2 and
/// <c>weights_16khz.pth</c> of the Descript audio codec.
/// </remarks>
public sealed class TokenizerFolder : IDisposable
{
    /// <summary>The file of a trained video tokenizer.</summary>
    public const string VideoFile = "video-tokenizer.safetensors";

    /// <summary>The file of a trained audio tokenizer.</summary>
    public const string AudioFile = "audio-tokenizer.safetensors";

    /// <summary>The folder of a text encoder.</summary>
    public const string TextFolder = "text-encoder";

    // A run that has made its own data keeps the tokenizers that made them so.
    private const string RunFolder = "tokenizers";

    private const string PublishedVideoFile = "video_128_262144.ckpt", PublishedAudioFile = "weights_16khz.pth";

    private readonly Lazy<VideoTokenizer> _video;
    private readonly Lazy<IAudioTokenizer> _audio;
    private readonly Lazy<TextEncoder> _text;
    private readonly Lazy<string> _videoFingerprint, _audioFingerprint;

    /// <summary>Names a folder; nothing is read yet.</summary>
    /// <param name="model">The sizes of the tokenizers.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="device">Where the weights will live; the processor when null.</param>
    public TokenizerFolder(ModelSpec model, string folder, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        (Model, Folder) = (model, folder);
        _video = new(() => LoadVideo(model, folder, device));
        _audio = new(() => LoadAudio(model, folder, device));
        _text = new(() => LoadText(model, folder, device));
        _videoFingerprint = new(() => TokenizerFingerprint.Of(Video));
        _audioFingerprint = new(() => TokenizerFingerprint.Of(Audio));
    }

    /// <summary>Where the tokenizers of a language model's folder lie: below it in <c>tokenizers</c>, or in the folder itself.</summary>
    /// <param name="folder">The folder of the language model, or of its run.</param>
    public static string Beside(string folder)
    {
        var below = Path.Join(folder, RunFolder);
        return Directory.Exists(below) ? below : folder;
    }

    /// <summary>The sizes.</summary>
    public ModelSpec Model { get; }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The video tokenizer, which belongs to this object.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="FormatException">The file is broken, or the weights are not those of the model's sizes.</exception>
    public VideoTokenizer Video => _video.Value;

    /// <summary>The audio tokenizer, which belongs to this object.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="FormatException">The file is broken, or the weights are not those of the model's sizes.</exception>
    public IAudioTokenizer Audio => _audio.Value;

    /// <summary>The text encoder, which belongs to this object.</summary>
    /// <exception cref="FileNotFoundException">A file of it is not there.</exception>
    /// <exception cref="FormatException">A file is broken, or the weights are not those of the model's sizes.</exception>
    public ITextEncoder Text => _text.Value;

    /// <summary>What the video tokenizer's ids mean.</summary>
    public string VideoFingerprint => _videoFingerprint.Value;

    /// <summary>What the audio tokenizer's codes mean.</summary>
    public string AudioFingerprint => _audioFingerprint.Value;

    /// <summary>Frees the tokenizers.</summary>
    public void Dispose()
    {
        if (_video.IsValueCreated)
            _video.Value.Dispose();
        if (_audio.IsValueCreated)
            (_audio.Value as IDisposable)?.Dispose();
        if (_text.IsValueCreated)
            _text.Value.Dispose();
    }

    private static VideoTokenizer LoadVideo(ModelSpec model, string folder, Device? device)
    {
        var (path, map) = Find(folder, "video tokenizer", (VideoFile, KeyMap.SameNames), (PublishedVideoFile, PublishedWeights.Averaged));
        // The names and the shapes of its tensors are the same whatever the rules, so that nothing else would notice.
        if (map == PublishedWeights.Averaged && model.VideoTokenizer.Rules != TemporalRules.Published)
        {
            throw new WeightFileException(path,
                $"it needs other rules of time than the model '{model.Name}' has. Write 'videoTokenizer: rules: published' into the model, or train a "
                + "video tokenizer for it.");
        }
        using var file = WeightFile.Open(path);
        if (map == KeyMap.SameNames && VideoTokenizerFile.Misfit(file, model) is { } misfit)
            throw new WeightFileException(path, misfit);
        return map.Open(file, to => new VideoTokenizer(model.VideoTokenizer, to), device);
    }

    private static IAudioTokenizer LoadAudio(ModelSpec model, string folder, Device? device)
    {
        var (path, map) = Find(folder, "audio tokenizer", (AudioFile, KeyMap.SameNames), (PublishedAudioFile, DacWeights.Published));
        if (map == KeyMap.SameNames)
            return Load(path, map, to => new SoundStreamTokenizer(model.AudioTokenizer, device: to), device);
        var (codes, published) = (model.AudioTokenizer.Codes, DacSizes.Published16Khz);
        if (codes != published.Codes || model.AudioTokenizer.Levels > published.TrainedLevels)
        {
            throw new WeightFileException(path,
                $"it has {published.TrainedLevels} levels of {published.Codes} codes, and the model '{model.Name}' needs "
                + $"{model.AudioTokenizer.Levels} of {codes}. Choose another model, or train an audio tokenizer for this one.");
        }
        return Load(path, map, to => new DacTokenizer(published with { Levels = model.AudioTokenizer.Levels }, to), device);
    }

    private static TextEncoder LoadText(ModelSpec model, string folder, Device? device)
    {
        var path = Path.Join(folder, TextFolder);
        if (!Directory.Exists(path))
            throw new FileNotFoundException($"'{folder}' has no text encoder: the folder {TextFolder} must be there.");
        var configuration = Path.Join(path, "config.json");
        var sizes = T5Config.Read(configuration);
        // The number of parameters is a claim about the sizes, not one of them.
        return sizes == model.TextEncoder with { Parameters = sizes.Parameters }
            ? TextEncoder.Load(path, device)
            : throw new FormatException(
                $"{configuration}: the text encoder of the model '{model.Name}' has other sizes. Found {sizes}, expected {model.TextEncoder}.");
    }

    private static (string Path, KeyMap Map) Find(string folder, string what, params (string File, KeyMap Map)[] candidates)
    {
        foreach (var (file, map) in candidates)
        {
            var path = Path.Join(folder, file);
            if (File.Exists(path))
                return (path, map);
        }
        throw new FileNotFoundException(
            $"'{folder}' has no {what}; one of these files must be there: {string.Join(", ", candidates.Select(candidate => candidate.File))}.");
    }

    private static T Load<T>(string path, KeyMap map, Func<Device?, T> create, Device? device)
        where T : nn.Module
    {
        using var file = WeightFile.Open(path);
        return map.Open(file, create, device);
    }
}
