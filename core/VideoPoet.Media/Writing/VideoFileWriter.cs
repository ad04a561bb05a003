using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Writes a video of any length part by part; the file appears when it is whole.</summary>
public sealed class VideoFileWriter : IAsyncDisposable
{
    private static readonly Dictionary<string, VideoEncoding> Encodings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = VideoEncoding.Mp4,
        [".webm"] = VideoEncoding.WebM,
        [".gif"] = VideoEncoding.Gif,
    };

    private readonly string path;
    private readonly FrameSize size;
    private readonly PartialFile target;
    private readonly ToolProcess process;

    internal VideoFileWriter(
        VideoEncoding encoding, string path, FrameSize size, double framesPerSecond, string? soundFile, CancellationToken cancellation)
    {
        (this.path, this.size, target) = (path, size, new(path));
        var command = encoding.CommandOf(path, size, FrameRate.Check(framesPerSecond), soundFile, "file:" + target.Path);
        process = ToolProcess.Start(command, Timeout.InfiniteTimeSpan, cancellation);
    }

    /// <summary>The extensions that name a kind of video.</summary>
    public static IReadOnlyCollection<string> Extensions => Encodings.Keys;

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file; its extension names the kind, as <see cref="MediaWriter.WriteAsync"/> has it.</param>
    /// <param name="size">The size of the frames.</param>
    /// <param name="framesPerSecond">Their rate.</param>
    /// <param name="soundFile">A file with the sound; null for none. A gif leaves it out.</param>
    /// <param name="cancellationToken">Cancels; nothing is left behind.</param>
    /// <exception cref="MediaException">The extension is not known, or there is no such folder.</exception>
    public static VideoFileWriter Open(
        string path, FrameSize size, double framesPerSecond, string? soundFile = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var extension = Path.GetExtension(path);
        return Encodings.TryGetValue(extension, out var encoding)
            ? new(encoding, path, size, framesPerSecond, soundFile, cancellationToken)
            : throw new MediaException(
                path, $"cannot be written: '{extension}' names no kind of video", $"Use {string.Join(", ", Extensions)}.");
    }

    /// <summary>Adds the next frames.</summary>
    /// <param name="frames">The frames, of the size that was said.</param>
    /// <exception cref="MediaException">ffmpeg fails.</exception>
    public async Task WriteAsync(PixelFrames frames)
    {
        size.CheckFits(frames);
        if (!await process.WritePartAsync(frames.Pixels).ConfigureAwait(false))
            await process.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the file and puts it in its place.</summary>
    /// <exception cref="MediaException">ffmpeg fails, or the file cannot be put in its place.</exception>
    public async Task CompleteAsync()
    {
        process.CloseInput();
        await process.CompleteAsync().ConfigureAwait(false);
        try
        {
            target.Commit();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw MediaWriter.Unwritable(path, exception);
        }
    }

    /// <summary>Ends ffmpeg and deletes what was not completed.</summary>
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync().ConfigureAwait(false);
        target.Dispose();
    }
}
