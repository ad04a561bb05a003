using System.Text;

namespace VideoPoet.Media;

/// <summary>The formats that ffmpeg may read: all that it knows but those that open other files, devices or addresses.</summary>
internal static class SafeFormats
{
    private const int LongestList = 1 << 20;

    // A file of such a format names other files of this machine, and their content would end up in the clip.
    private static readonly HashSet<string> Unsafe =
        ["concat", "dash", "hls", "image2", "imf", "lavfi", "rtp", "rtsp", "sap", "sdp", "vobsub", "webm_dash_manifest"];

    private static volatile string? known;

    /// <summary>The names, separated by commas.</summary>
    /// <param name="limit">How long ffmpeg may take.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="MediaException">There is no ffmpeg.</exception>
    public static async Task<string> NamesAsync(TimeSpan limit, CancellationToken cancellation)
    {
        if (known is { } names)
            return names;
        var process = ToolProcess.Start(new("ffmpeg", "ffmpeg", ["-v", "quiet", "-nostdin", "-demuxers"]), limit, cancellation);
        await using (process.ConfigureAwait(false))
        {
            var text = new byte[LongestList];
            var length = await process.ReadAsync(text).ConfigureAwait(false);
            await process.CompleteAsync().ConfigureAwait(false);
            return known = Parse(Encoding.UTF8.GetString(text, 0, length));
        }
    }

    /// <summary>Takes the names from ffmpeg's table, whose lines begin with a D for a format that it can read.</summary>
    /// <param name="table">The table.</param>
    public static string Parse(string table) => string.Join(',', table
        .Split('\n')
        .SkipWhile(line => line.Trim() != "--")
        .Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length >= 2 && words[0].Contains('D') && !words[1].Split(',').Any(Unsafe.Contains))
        .Select(words => words[1]));
}
