using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Inference;

/// <summary>
/// Where pictures or sound come from: the path of a file, the bytes of one, a stream, or a clip in memory. Each converts by itself where a source is
/// asked for.
/// </summary>
/// <remarks>A clip must not be disposed before the generation has ended; a stream is read to its end when the generation begins, and left open.</remarks>
public abstract record MediaSource
{
    private protected MediaSource()
    {
    }

    /// <summary>Where the part that is taken begins.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>Whether the last part is taken, such as the last second of a video that shall go on; <see cref="Start"/> then means nothing.</summary>
    public bool FromEnd { get; init; }

    /// <summary>A file.</summary>
    /// <param name="path">Its path.</param>
    public static implicit operator MediaSource(string path) => FromFile(path);

    /// <summary>The bytes of a file.</summary>
    /// <param name="bytes">The bytes.</param>
    public static implicit operator MediaSource(byte[] bytes) => FromBytes(bytes);

    /// <summary>A stream that is a file.</summary>
    /// <param name="stream">The stream, from where it stands to its end.</param>
    public static implicit operator MediaSource(Stream stream) => FromStream(stream);

    /// <summary>Pictures in memory.</summary>
    /// <param name="video">The pictures.</param>
    public static implicit operator MediaSource(VideoClip video) => FromVideo(video);

    /// <summary>Sound in memory.</summary>
    /// <param name="sound">The sound.</param>
    public static implicit operator MediaSource(AudioClip sound) => FromSound(sound);

    /// <summary>A file.</summary>
    /// <param name="path">Its path.</param>
    public static MediaSource FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileSource(path);
    }

    /// <summary>The bytes of a file.</summary>
    /// <param name="bytes">The bytes, at least one.</param>
    public static MediaSource FromBytes(ReadOnlyMemory<byte> bytes) => new BytesSource(bytes);

    /// <summary>A stream that is a file.</summary>
    /// <param name="stream">The stream, from where it stands to its end.</param>
    public static MediaSource FromStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StreamSource(stream);
    }

    /// <summary>Pictures in memory.</summary>
    /// <param name="video">The pictures.</param>
    public static MediaSource FromVideo(VideoClip video)
    {
        ArgumentNullException.ThrowIfNull(video);
        return new ClipSource(new MediaClip(video));
    }

    /// <summary>Sound in memory.</summary>
    /// <param name="sound">The sound, of 16,000 samples a second.</param>
    public static MediaSource FromSound(AudioClip sound)
    {
        ArgumentNullException.ThrowIfNull(sound);
        return new ClipSource(new MediaClip(null, sound));
    }
}

/// <summary>A file.</summary>
/// <param name="Path">Its path.</param>
internal sealed record FileSource(string Path) : MediaSource;

/// <summary>The bytes of a file.</summary>
/// <param name="Bytes">The bytes.</param>
internal sealed record BytesSource(ReadOnlyMemory<byte> Bytes) : MediaSource;

/// <summary>A stream that is a file.</summary>
/// <param name="Stream">The stream.</param>
internal sealed record StreamSource(Stream Stream) : MediaSource;

/// <summary>A clip in memory.</summary>
/// <param name="Clip">The clip; it is not disposed.</param>
internal sealed record ClipSource(MediaClip Clip) : MediaSource;
