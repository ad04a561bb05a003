using System.Globalization;

namespace VideoPoet.Media;

/// <summary>Exactly which frames are decoded from a file, and the command that does it.</summary>
/// <param name="Source">The file.</param>
/// <param name="Stream">The place of the pictures among its streams.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="FramesPerSecond">The rate.</param>
/// <param name="Size">The size.</param>
/// <param name="Fit">How another aspect ratio is met.</param>
/// <param name="Count">How many frames; null until the end.</param>
/// <param name="Ending">What happens when there are fewer.</param>
/// <param name="IsImage">Whether the file is a still image.</param>
internal sealed record FramePlan(
    SourceFile Source, int Stream, TimeSpan Start, double FramesPerSecond, FrameSize Size, Fit Fit, int? Count, Ending Ending, bool IsImage)
{
    /// <summary>Bytes of one frame.</summary>
    public int FrameBytes => checked((int)(Size.Pixels * Core.PixelFrames.Channels));

    /// <summary>Decodes the frames to the standard output, as bytes of red, green and blue.</summary>
    public ToolCommand Command => Source.Command("ffmpeg",
    [
        "-v", "error", "-nostdin", .. Source.Safety, .. ReadingTime.From(Start), "-i", Source.Url,
        "-map", $"0:{Stream}", "-an", "-sn", "-dn",
        // A track that begins late shows its first picture until then, so that picture and sound stay together; an image has no time.
        "-vf", (IsImage ? "" : $"fps=fps={FrameRate.Text(FramesPerSecond)}:start_time=0,") + $"{FitFilter.Of(Fit, Size)},setsar=1",
        .. Count is { } count ? ["-frames:v", count.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1",
    ]);

    /// <summary>Plans what the options ask of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="info">What it holds.</param>
    /// <param name="options">What is asked.</param>
    /// <exception cref="MediaException">The file has no pictures, or one frame is larger than allowed.</exception>
    public static FramePlan Of(SourceFile source, MediaInfo info, MediaReadOptions options)
    {
        var video = info.Video ?? throw new MediaException(source.Path, "has no pictures", "Give an image or a video.");
        var (rate, size) = (options.FramesPerSecond ?? video.FramesPerSecond, options.Size ?? video.Size);
        if (size.Pixels * Core.PixelFrames.Channels > source.Limits.DecodedBytes)
            throw DecodedTooLarge(source);
        int? count = options.Duration is { } duration ? (int)Math.Clamp(Math.Round(duration.TotalSeconds * rate), 1, int.MaxValue) : null;
        return new(source, video.Index, options.Start, rate, size, options.Fit, count, options.Ending, info.IsImage);
    }

    /// <summary>That what is decoded does not fit into the memory that is allowed.</summary>
    /// <param name="source">The file.</param>
    public static MediaException DecodedTooLarge(SourceFile source) => new(
        source.Path,
        $"needs more than the {source.Limits.DecodedBytes} bytes of memory that are allowed",
        "Take a shorter or smaller part, or raise the limit.");
}
