using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Writes pictures and sound to files; a file appears when it is whole, and not at all when something fails.</summary>
public static class MediaWriter
{
    private static readonly Dictionary<string, Func<string, MediaClip, CancellationToken, Task>> Writers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = VideoEncoding.Mp4.WriteAsync,
        [".webm"] = VideoEncoding.WebM.WriteAsync,
        [".gif"] = VideoEncoding.Gif.WriteAsync,
        [".png"] = WritePngAsync,
        [".wav"] = WriteWavAsync,
    };

    /// <summary>The extensions that name a kind of file, such as <c>.mp4</c>.</summary>
    public static IReadOnlyCollection<string> Extensions => Writers.Keys;

    /// <summary>Writes a clip in the way that the extension names, over a file that may be there.</summary>
    /// <remarks>
    /// <c>.mp4</c> is H.264 and AAC, <c>.webm</c> VP9 and Opus; of an odd size, a black line is added. <c>.gif</c> and <c>.png</c> leave
    /// the sound out; a <c>.png</c> of several frames is a sheet of them all. <c>.wav</c> has 16-bit samples and leaves the pictures out.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="clip">The clip; it is not disposed.</param>
    /// <param name="cancellationToken">Cancels; nothing is left behind.</param>
    /// <exception cref="MediaException">The extension is not known, the clip has not what it needs, or the file cannot be written.</exception>
    public static async Task WriteAsync(string path, MediaClip clip, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clip);
        var extension = Path.GetExtension(path);
        if (!Writers.TryGetValue(extension, out var write))
            throw new MediaException(path, $"cannot be written: '{extension}' names no kind of file", $"Use {string.Join(", ", Extensions)}.");
        try
        {
            await write(path, clip, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, exception);
        }
    }

    /// <summary>Says that the system does not let a file be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cause">What the system said.</param>
    internal static MediaException Unwritable(string path, Exception cause) => new(
        path, $"cannot be written: {cause.Message.TrimEnd('.')}", "Check the rights on the folder and the space on the disk.", cause);

    /// <summary>Writes a picture, or a sheet of pictures, as PNG.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frames">The frames.</param>
    /// <param name="cancellationToken">Cancels; nothing is left behind.</param>
    /// <exception cref="MediaException">The file cannot be written.</exception>
    public static Task WritePictureAsync(string path, PixelFrames frames, CancellationToken cancellationToken = default) =>
        WriteAsync(path, new MediaClip(new VideoClip(frames, VideoFormat.FramesPerSecond)), cancellationToken);

    /// <summary>Encodes the first of some frames as PNG.</summary>
    /// <param name="frames">The frames.</param>
    public static byte[] EncodePng(PixelFrames frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        return PictureMats.EncodePng(frames);
    }

    private static async Task WritePngAsync(string path, MediaClip clip, CancellationToken cancellation)
    {
        var frames = clip.Video?.Frames
            ?? throw new MediaException(path, "cannot be written: the clip has no pictures", "Write sound alone as .wav.");
        using var target = new PartialFile(path);
        var png = PictureMats.EncodePng(frames.Count == 1 ? frames : ContactSheet.Draw(frames));
        await File.WriteAllBytesAsync(target.Path, png, cancellation).ConfigureAwait(false);
        target.Commit();
    }

    private static async Task WriteWavAsync(string path, MediaClip clip, CancellationToken cancellation)
    {
        var sound = clip.Sound ?? throw new MediaException(path, "cannot be written: the clip has no sound", "Write pictures as .mp4 or .png.");
        using var target = new PartialFile(path);
        await WavFile.WriteAsync(target.Path, sound, cancellation).ConfigureAwait(false);
        target.Commit();
    }
}
