using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tokenizers;
using static TorchSharp.torch;

namespace VideoPoet.Evaluation;

/// <summary>Takes clips through the tokenizers of a model and back: what comes of it is the best that the model could show. Thread-safe.</summary>
public sealed class ClipReconstructor : IDisposable
{
    private readonly TokenizerFolder _tokenizers;
    private readonly Lock _lock = new();

    /// <summary>Opens the tokenizers of a model; each is loaded when it is first needed.</summary>
    /// <param name="model">The model.</param>
    public ClipReconstructor(GenerationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _tokenizers = new(model.Spec, model.TokenizerFolder);
    }

    /// <summary>Takes a clip there and back.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="modalities">What of it; the rest stays as it is.</param>
    public Clip ThereAndBack(Clip clip, IReadOnlyCollection<Modality> modalities)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ArgumentNullException.ThrowIfNull(modalities);
        lock (_lock)
        {
            using var silent = no_grad();
            return clip with
            {
                Frames = clip.Frames is { } frames && modalities.Contains(Modality.Visual) ? Frames(frames) : clip.Frames,
                Sound = clip.Sound is { } sound && modalities.Contains(Modality.Audio) ? Sound(sound) : clip.Sound,
            };
        }
    }

    /// <summary>Frees the tokenizers.</summary>
    public void Dispose() => _tokenizers.Dispose();

    private PixelFrames Frames(PixelFrames frames)
    {
        using var scope = NewDisposeScope();
        return PixelTensors.ToFrames(_tokenizers.Video.Decode(_tokenizers.Video.Encode(PixelTensors.ToTensor(frames))));
    }

    private Waveform Sound(Waveform sound)
    {
        using var scope = NewDisposeScope();
        var codes = _tokenizers.Audio.Encode(tensor(sound.Samples.ToArray(), [1, 1, sound.Samples.Length]));
        return new(_tokenizers.Audio.Decode(codes).clamp(-1, 1).contiguous().data<float>().ToArray());
    }
}
