using System.Text;

namespace VideoPoet.Media;

/// <summary>The formats that ffmpeg may read: all that it knows but those that open other files, run programs, or do not say what they hold.</summary>
internal static class SafeFormats
{
    private const int LongestList = 1 << 20;
    private const string List = "it is a list of other files, such as a playlist, and those are not opened";
    private const string Script = "it is a program that makes pictures, and no program is run";
    private const string Raw = "it is raw: nothing in it tells its rate or its size; put it into a file that does, such as wav or mkv";

    // What such a file is, for whoever gives one. Only formats that ffmpeg would choose by itself need to be here.
    private static readonly Dictionary<string, string> Refused = new()
    {
        // Files of these formats name other files of this machine, and their content would end up in the clip.
        ["concat"] = List, ["dash"] = List, ["hls"] = List, ["imf"] = List, ["lavfi"] = List, ["rtp"] = List, ["rtsp"] = List, ["sap"] = List,
        ["sdp"] = List, ["vobsub"] = List, ["webm_dash_manifest"] = List,
        // Where the content means nothing to ffmpeg, it goes by the name and takes the file for one of a numbered series.
        ["image2"] = "it is not the image that its name promises",
        ["avisynth"] = Script, ["vapoursynth"] = Script,
        ["tty"] = "it is a text",
        // Chosen by the extension, such as .sw and .yuv. Those whose format fixes the rate, such as .g722, are read.
        ["alaw"] = Raw, ["bitpacked"] = Raw, ["mulaw"] = Raw, ["rawvideo"] = Raw, ["s8"] = Raw, ["s16le"] = Raw, ["u8"] = Raw, ["u16le"] = Raw,
        ["v210"] = Raw, ["v210x"] = Raw,
    };

    private static volatile string? known;

    /// <summary>The names, separated by commas.</summary>
    /// <param name="limit">How long ffmpeg may take.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="MediaException">There is no ffmpeg, or its list cannot be understood.</exception>
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

    /// <summary>
    /// Takes the names from ffmpeg's table: below a line of hyphens stand the marks of each format, a D if it can be read, and then its names.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <exception cref="MediaException">It names no format.</exception>
    public static string Parse(string table)
    {
        string[] lines = [.. table.Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => !IsRule(line))];
        // A mark is a letter or a blank; the hyphens say how many there are.
        var marks = lines.FirstOrDefault("").Length;
        var names = lines
            .Skip(1)
            .Where(line => line.Length > marks && line[..marks].Contains('D'))
            .Select(line => line[marks..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])
            .Where(name => !name.Split(',').Any(Refused.ContainsKey))
            .ToArray();
        return names.Length > 0
            ? string.Join(',', names)
            : throw new MediaException("ffmpeg", "does not say which formats it reads", "Put another version of ffmpeg first on the PATH.")
            {
                IsFaultOfTool = true,
            };
    }

    /// <summary>Why a file of a format is not read.</summary>
    /// <param name="format">ffmpeg's name of the format.</param>
    public static string ReasonAgainst(string format) => Refused.GetValueOrDefault(format, $"its format '{format}' is not read");

    private static bool IsRule(string line) => line.Contains('-') && line.Trim().Trim('-').Length == 0;
}
