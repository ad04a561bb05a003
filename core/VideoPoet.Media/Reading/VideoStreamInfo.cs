namespace VideoPoet.Media;

/// <summary>The pictures of a file.</summary>
/// <param name="Codec">ffmpeg's name of the codec, such as <c>h264</c>.</param>
/// <param name="PixelFormat">ffmpeg's name of the pixel format, such as <c>yuv420p</c>.</param>
/// <param name="Size">The size as shown: upright and with square pixels.</param>
/// <param name="FramesPerSecond">The rate; of a variable rate the average.</param>
public sealed record VideoStreamInfo(string Codec, string PixelFormat, FrameSize Size, double FramesPerSecond)
{
    /// <summary>The place among the streams of the file.</summary>
    internal int Index { get; init; }
}
