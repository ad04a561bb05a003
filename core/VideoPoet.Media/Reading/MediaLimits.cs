namespace VideoPoet.Media;

/// <summary>How much a file may ask for, so that an untrusted one can do no harm.</summary>
public sealed record MediaLimits
{
    /// <summary>The limits that are meant when none are given.</summary>
    public static MediaLimits Default { get; } = new();

    /// <summary>How long each step may take: asking for a file's properties, decoding its pictures or one part of a stream, its sound.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How large the file may be, bytes.</summary>
    public long FileBytes { get; init; } = 16L << 30;

    /// <summary>How large a picture in the file may be, pixels.</summary>
    public long PicturePixels { get; init; } = 4_096 * 4_096;

    /// <summary>How much memory ffmpeg, a process of its own, may take for the file, bytes; it is asked every 50 milliseconds.</summary>
    public long ProgramBytes { get; init; } = 2L << 30;

    /// <summary>How large the decoded pictures, or the decoded sound, may be in memory, bytes; at most 2³¹ − 1.</summary>
    public int DecodedBytes { get; init; } = 1 << 30;
}
