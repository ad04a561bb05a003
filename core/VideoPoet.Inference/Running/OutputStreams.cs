using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>Makes frames and sound of sequences that are decoded together.</summary>
internal sealed class OutputStreams : IDisposable
{
    private readonly FrameStream[] _frames;
    private readonly SoundStream[] _sounds;

    /// <summary>Begins.</summary>
    /// <param name="model">The tokenizers.</param>
    /// <param name="layout">What every position of a sequence holds.</param>
    /// <param name="samples">How many sequences there are.</param>
    public OutputStreams(LoadedModel model, SequenceLayout layout, int samples)
    {
        if (layout.VisualOutput is not null)
            model.Check(Modality.Visual);
        if (layout.AudioOutput is not null)
            model.Check(Modality.Audio);
        _frames = layout.VisualOutput is { } visual
            ? [.. Enumerable.Range(0, samples).Select(_ => new FrameStream(model.Tokenizers.Video, visual))]
            : [];
        _sounds = layout.AudioOutput is { } audio
            ? [.. Enumerable.Range(0, samples).Select(_ => new SoundStream(model.Tokenizers.Audio, audio))]
            : [];
    }

    /// <summary>The next frames of a sequence; null when there are none yet.</summary>
    public PixelFrames? Frames(int sample, ReadOnlySpan<int> ids) => _frames.Length == 0 ? null : _frames[sample].Take(ids);

    /// <summary>The next sound of a sequence; null when there is none yet.</summary>
    public Waveform? Sound(int sample, ReadOnlySpan<int> ids) => _sounds.Length == 0 ? null : _sounds[sample].Take(ids);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var stream in _frames)
            stream.Dispose();
        foreach (var stream in _sounds)
            stream.Dispose();
    }
}
