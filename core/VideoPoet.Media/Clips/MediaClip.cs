using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>What is read from a file or written to one: pictures, sound or both.</summary>
/// <param name="Video">The pictures.</param>
/// <param name="Sound">The sound.</param>
public sealed record MediaClip(VideoClip? Video, AudioClip? Sound = null) : IDisposable
{
    /// <summary>Wraps the frames and the sound of a clip of the core, which has 8 frames a second, without copying them.</summary>
    /// <param name="clip">The clip.</param>
    public static MediaClip Of(Clip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new(
            clip.Frames is { } frames ? new VideoClip(frames, VideoFormat.FramesPerSecond) : null,
            clip.Sound is { } sound ? new AudioClip(sound) : null);
    }

    /// <summary>The same pictures and sound, not copied, as the views take them.</summary>
    /// <param name="text">The caption or the prompt.</param>
    /// <param name="mask">The mask.</param>
    /// <exception cref="InvalidOperationException">The pictures are not at 8 frames a second, or the sound is not at 16 kHz.</exception>
    public Clip ToClip(string? text = null, PixelFrames? mask = null) =>
        Video is { } video && video.Frames.Count > 1 && video.FramesPerSecond != VideoFormat.FramesPerSecond
            ? throw new InvalidOperationException(
                $"a clip has {VideoFormat.FramesPerSecond} frames a second, and these pictures have {FrameRate.Text(video.FramesPerSecond)}.")
            : new() { Text = text, Frames = Video?.Frames, Sound = Sound?.ToWaveform(), Mask = mask };

    /// <summary>Gives pooled memory back.</summary>
    public void Dispose()
    {
        Video?.Dispose();
        Sound?.Dispose();
    }
}
