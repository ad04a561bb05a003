namespace VideoPoet.Media;

/// <summary>What a file says of itself; only reading it shows how many frames there are.</summary>
/// <param name="Format">ffmpeg's name of the format, such as <c>matroska,webm</c>.</param>
/// <param name="Duration">The duration that the file claims, if it does.</param>
/// <param name="Video">The first pictures, if there are any.</param>
/// <param name="Sound">The first sound, if there is any.</param>
public sealed record MediaInfo(string Format, TimeSpan? Duration, VideoStreamInfo? Video, SoundStreamInfo? Sound)
{
    /// <summary>Whether the file is a still image.</summary>
    public bool IsImage => Format.EndsWith("_pipe", StringComparison.Ordinal);
}
