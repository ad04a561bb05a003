using System.Globalization;

namespace VideoPoet.Media;

/// <summary>Times as ffmpeg reads them.</summary>
internal static class ReadingTime
{
    /// <summary>The option that begins at a time; none at the very beginning, where seeking could only do harm.</summary>
    /// <param name="start">The time.</param>
    public static string[] From(TimeSpan start) => start == TimeSpan.Zero ? [] : ["-ss", Text(start)];

    /// <summary>Seconds, to the millionth.</summary>
    /// <param name="time">The time.</param>
    public static string Text(TimeSpan time) => time.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);
}
