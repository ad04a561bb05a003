using VideoPoet.Core;
using VideoPoet.Toybox;

namespace VideoPoet.Evaluation;

/// <summary>A scene of Toybox that requests are made of: what it shows, and what it shows in another style.</summary>
public sealed class ToyCase
{
    private readonly Lazy<PixelFrames> _frames;
    private readonly Lazy<Waveform> _sound;

    /// <summary>Takes a scene.</summary>
    /// <param name="clips">The scenes.</param>
    /// <param name="index">The number of the scene.</param>
    /// <param name="format">The size and the length in which it is drawn.</param>
    public ToyCase(ToyboxClips clips, int index, VideoFormat format)
    {
        ArgumentNullException.ThrowIfNull(clips);
        ArgumentNullException.ThrowIfNull(format);
        (Index, Format, Scene, Text) = (index, format, clips.SceneOf(index), clips.CaptionOf(index));
        var styles = Enum.GetValues<Style>();
        Restyled = Scene with { Style = styles[((int)Scene.Style + 1 + index % (styles.Length - 1)) % styles.Length] };
        RestyledText = Caption.Of(Restyled, 0, index);
        _frames = new(() => Draw(Scene));
        _sound = new(() => SceneSound.Play(Scene, format.Samples));
    }

    /// <summary>The number of the scene.</summary>
    public int Index { get; }

    /// <summary>The size and the length.</summary>
    public VideoFormat Format { get; }

    /// <summary>What it shows.</summary>
    public Scene Scene { get; }

    /// <summary>What it shows, in words.</summary>
    public string Text { get; }

    /// <summary>The same in another style.</summary>
    public Scene Restyled { get; }

    /// <summary>The same in another style, in words.</summary>
    public string RestyledText { get; }

    /// <summary>Its frames.</summary>
    public PixelFrames Frames => _frames.Value;

    /// <summary>Its sound.</summary>
    public Waveform Sound => _sound.Value;

    /// <summary>Draws a scene in the format.</summary>
    /// <param name="scene">The scene.</param>
    public PixelFrames Draw(Scene scene) => SceneRenderer.Draw(scene, Format.Width, Format.Height, Format.Frames);
}
