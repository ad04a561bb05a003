using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoPoet.Media;

/// <summary>Asks ffprobe what a file holds.</summary>
internal static class Probe
{
    private const int LongestReport = 1 << 20;

    private const string Entries =
        "format=format_name,duration"
        + ":stream=index,codec_type,codec_name,pix_fmt,width,height,sample_aspect_ratio,avg_frame_rate,r_frame_rate,sample_rate,channels"
        + ":stream_disposition=attached_pic:stream_side_data=rotation:frame_side_data=rotation";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>Asks.</summary>
    /// <param name="source">The file.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="MediaException">ffprobe cannot read the file, or its pictures are broken or larger than allowed.</exception>
    public static async Task<MediaInfo> RunAsync(SourceFile source, CancellationToken cancellation)
    {
        // Only a photograph's first picture says that it is turned; of a video the stream does.
        string[] arguments =
            ["-v", "error", .. source.Safety, "-read_intervals", "%+#1", "-show_entries", Entries, "-of", "json", source.Url];
        var process = ToolProcess.Start(source.Command("ffprobe", arguments), source.Limits.Time, cancellation);
        await using (process.ConfigureAwait(false))
        {
            var report = new byte[LongestReport];
            var length = await process.ReadAsync(report).ConfigureAwait(false);
            if (length == report.Length)
                throw new MediaException(source.Path, "has too many streams to describe", "Give a file with one video and one sound.");
            await process.CompleteAsync().ConfigureAwait(false);
            return InfoOf(JsonSerializer.Deserialize<ProbeReport>(report.AsSpan(0, length), Json)!, source);
        }
    }

    private static MediaInfo InfoOf(ProbeReport report, SourceFile source)
    {
        var streams = report.Streams ?? [];
        // The cover of a piece of music is not a video.
        var pictures = streams.Where(stream => stream is { CodecType: "video", Disposition: not { AttachedPic: 1 } }).ToArray();
        var picture = pictures.FirstOrDefault(stream => stream is { Width: > 0, Height: > 0 });
        var sound = streams.FirstOrDefault(stream => stream is { CodecType: "audio", SampleRate: > 0, Channels: > 0 });
        // ffprobe shows no size of a picture that is broken or larger than allowed.
        if (picture is null && pictures.Length > 0)
        {
            throw new MediaException(
                source.Path,
                $"has no picture that can be decoded with the {source.Limits.PicturePixels} pixels that are allowed",
                "Give smaller pictures, or raise the limit.");
        }
        return new(
            report.Format?.FormatName ?? "",
            report.Format?.Duration is { } seconds and > 0 && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null,
            picture is null ? null : VideoOf(picture, report.Frames ?? []),
            sound is null ? null : new(sound.CodecName ?? "", sound.SampleRate, sound.Channels) { Index = sound.Index });
    }

    private static VideoStreamInfo VideoOf(ProbeReport.StreamPart stream, ProbeReport.FramePart[] frames)
    {
        // ffmpeg turns the pictures upright before any filter sees them.
        var turned = (stream.SideDataList ?? [])
            .Concat(frames.SelectMany(frame => frame.SideDataList ?? []))
            .Any(side => Math.Abs(side.Rotation) % 180 is > 45 and < 135);
        var width = Math.Max(1, (int)Math.Min(int.MaxValue, Math.Round(stream.Width * (Ratio.Parse(stream.SampleAspectRatio, ':') ?? 1))));
        return new(
            stream.CodecName ?? "",
            stream.PixFmt ?? "",
            turned ? new(stream.Height, width) : new(width, stream.Height),
            FrameRate.Parse(stream.AvgFrameRate) ?? FrameRate.Parse(stream.RFrameRate) ?? FrameRate.Unknown)
        {
            Index = stream.Index,
        };
    }
}
