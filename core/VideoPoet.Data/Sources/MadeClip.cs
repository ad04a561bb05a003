using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Data;

/// <summary>A clip of a data source in place of a file.</summary>
/// <param name="Clips">The clips of the source.</param>
/// <param name="Index">Which of them.</param>
public sealed record MadeClip(IClipList Clips, int Index)
{
    private static readonly FrameSize AnySize = new(1, 1);

    /// <summary>What is known of the clip.</summary>
    internal SourceClip Description => Clips.Describe(Index);

    /// <summary>What a file of such a clip would say of itself.</summary>
    internal MediaInfo Info()
    {
        var described = Description;
        return new(
            "data source",
            described.Duration,
            new VideoStreamInfo("none", "rgb24", AnySize, VideoFormat.FramesPerSecond),
            described.HasSound ? new SoundStreamInfo("none", VideoFormat.SampleRateHz, Channels: 1) : null);
    }

    /// <summary>Makes all frames.</summary>
    /// <param name="name">The entry's name, for messages.</param>
    /// <param name="size">The size.</param>
    /// <param name="framesPerSecond">The rate.</param>
    /// <exception cref="MediaException">The source fails, or gives something else than was asked for.</exception>
    internal PixelFrames Frames(string name, FrameSize size, double framesPerSecond)
    {
        var expected = Math.Max(1, (int)Math.Round(Description.Duration.TotalSeconds * framesPerSecond));
        var frames = Made(name, () => Clips.ReadFrames(Index, size.Width, size.Height, framesPerSecond));
        return (frames.Width, frames.Height, frames.Count) == (size.Width, size.Height, expected)
            ? frames
            : throw Faulty(name, $"gave {frames.Count} frames of {frames.Width}×{frames.Height} where {expected} of {size} were asked for");
    }

    /// <summary>Makes the whole sound.</summary>
    /// <param name="name">The entry's name, for messages.</param>
    /// <exception cref="MediaException">The source fails, or gives something else than was asked for.</exception>
    internal Waveform Sound(string name)
    {
        var expected = (int)Math.Round(Description.Duration.TotalSeconds * VideoFormat.SampleRateHz);
        var sound = Made(name, () => Clips.ReadSound(Index) ?? throw new InvalidOperationException("it says that it has sound"));
        return sound.Samples.Length == expected
            ? sound
            : throw Faulty(name, $"gave {sound.Samples.Length} samples where {expected} were asked for");
    }

    private static T Made<T>(string name, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception exception)
        {
            // Whatever a plugin's code throws is that clip's fault, as a broken file is a file's.
            throw Faulty(name, $"cannot be made: {UserMessage.Of(exception).TrimEnd('.')}", exception);
        }
    }

    private static MediaException Faulty(string name, string reason, Exception? cause = null) =>
        new(name, reason, "Mend the plugin of the data source, or leave the clip out.", cause);
}
