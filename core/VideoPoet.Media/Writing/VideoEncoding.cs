namespace VideoPoet.Media;

/// <summary>How ffmpeg is told to write a kind of video file.</summary>
/// <param name="Video">The options of the pictures.</param>
/// <param name="Sound">The options of the sound; empty where the kind has none.</param>
/// <param name="Container">The options of the file.</param>
internal sealed record VideoEncoding(string[] Video, string[] Sound, string[] Container)
{
    // Without tags a player guesses the colours by the size of the picture.
    private static readonly string[] Colours =
        ["-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];

    // H.264 in yuv420p has even sizes only.
    private const string Yuv =
        "pad=ceil(iw/2)*2:ceil(ih/2)*2,scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,format=yuv420p";

    /// <summary>H.264 and AAC, which every browser plays, from the first byte on.</summary>
    public static VideoEncoding Mp4 { get; } = new(
        ["-vf", Yuv, "-c:v", "libx264", "-preset", "medium", "-crf", "18", .. Colours],
        ["-c:a", "aac", "-b:a", "96k"],
        ["-movflags", "+faststart", "-f", "mp4"]);

    /// <summary>H.264 whose every frame is a fragment of its own: players and browsers show it while it comes by a pipe, a frame behind.</summary>
    public static VideoEncoding FragmentedMp4 { get; } = new(
        ["-vf", Yuv, "-c:v", "libx264", "-preset", "veryfast", "-tune", "zerolatency", "-crf", "18", .. Colours],
        [],
        ["-movflags", "frag_every_frame+empty_moov+default_base_moof", "-flush_packets", "1", "-f", "mp4"]);

    /// <summary>VP9 and Opus.</summary>
    public static VideoEncoding WebM { get; } = new(
        ["-vf", Yuv, "-c:v", "libvpx-vp9", "-crf", "24", "-b:v", "0", "-deadline", "good", "-cpu-used", "4", "-row-mt", "1", .. Colours],
        ["-c:a", "libopus", "-b:a", "64k"],
        ["-f", "webm"]);

    /// <summary>An endless gif with a palette of its own.</summary>
    public static VideoEncoding Gif { get; } = new(
        ["-vf", "split[pictures][sample];[sample]palettegen[palette];[pictures][palette]paletteuse", "-c:v", "gif"],
        [],
        ["-loop", "0", "-f", "gif"]);

    /// <summary>Writes a clip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clip">The clip, with pictures.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="MediaException">The clip has no pictures, or ffmpeg fails.</exception>
    public async Task WriteAsync(string path, MediaClip clip, CancellationToken cancellation)
    {
        var video = clip.Video ?? throw new MediaException(path, "cannot be written: the clip has no pictures", "Write sound alone as .wav.");
        // ffmpeg has one input pipe, and the pictures take it.
        using var sound = new PartialFile(path, ".wav");
        var withSound = clip.Sound is not null && Sound.Length > 0;
        if (withSound)
            await WavFile.WriteAsync(sound.Path, clip.Sound!, cancellation).ConfigureAwait(false);
        var writer = new VideoFileWriter(this, path, video.Size, video.FramesPerSecond, withSound ? sound.Path : null, cancellation);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteAsync(video.Frames).ConfigureAwait(false);
            await writer.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes frames that come by the standard input.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="size">The size of the frames.</param>
    /// <param name="framesPerSecond">Their rate.</param>
    /// <param name="sound">A file with the sound; null for none.</param>
    /// <param name="target">Where the result goes, as ffmpeg names it, such as <c>file:ball.mp4</c>.</param>
    public ToolCommand CommandOf(string path, FrameSize size, double framesPerSecond, string? sound, string target) => new("ffmpeg", path,
    [
        "-v", "error", "-y",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", $"{size.Width}x{size.Height}",
        "-framerate", FrameRate.Text(framesPerSecond), "-i", "pipe:0",
        .. sound is null || Sound.Length == 0 ? Array.Empty<string>() : ["-i", "file:" + sound, "-map", "0:v", "-map", "1:a", .. Sound],
        .. Video, .. Container, target,
    ])
    {
        Failure = "cannot be written",
        Remedy = "Check the size and the rate of the pictures and the space on the disk.",
    };
}
