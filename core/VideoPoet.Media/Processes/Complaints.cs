using System.Text;
using System.Text.RegularExpressions;

namespace VideoPoet.Media;

/// <summary>What ffmpeg writes to its standard error.</summary>
internal static partial class Complaints
{
    private const int KeptCharacters = 8_000, LineCharacters = 200;

    /// <summary>Reads all and keeps the end, so that a broken file which fills the log fills no memory.</summary>
    /// <param name="error">The standard error.</param>
    public static async Task<string> TailAsync(TextReader error)
    {
        var tail = new StringBuilder();
        var buffer = new char[1_024];
        while (await error.ReadAsync(buffer.AsMemory(), CancellationToken.None).ConfigureAwait(false) is > 0 and var read)
        {
            tail.Append(buffer, 0, read);
            if (tail.Length > KeptCharacters)
                tail.Remove(0, tail.Length - KeptCharacters);
        }
        return tail.ToString();
    }

    /// <summary>What a person needs to read of it, in one line.</summary>
    /// <param name="text">The end of the standard error.</param>
    /// <param name="exitCode">How the program ended.</param>
    public static string Reason(string text, int exitCode)
    {
        if (RefusedFormat().Match(text) is { Success: true } refused)
            return SafeFormats.ReasonAgainst(refused.Groups["format"].Value);
        if (text.Contains("exceeds specified max pixel count", StringComparison.Ordinal))
            return "its pictures have more pixels than are allowed";
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => Noise().Replace(line, ""))
            .Where(line => line.Length > 0)
            .Distinct()
            .TakeLast(2)
            .Select(line => line.Length > LineCharacters ? line[..LineCharacters] + "…" : line)
            .ToArray();
        return lines.Length > 0 ? string.Join("; ", lines).TrimEnd('.', '!') : $"the program ended with code {exitCode}";
    }

    [GeneratedRegex(@"\[(?<format>[^\[\]@]+) @ [^\]]*\] Format not on whitelist")]
    private static partial Regex RefusedFormat();

    // The component with its address in memory, and the name of the file, which the message has already.
    [GeneratedRegex(@"^(\[[^\]]* @ 0x[0-9a-f]+\] ?)+|^file:.*?: (?=[A-Z])")]
    private static partial Regex Noise();
}
