using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>Makes entries of the fields of a manifest's lines, and gathers what is wrong with them.</summary>
/// <param name="manifest">The path of the manifest.</param>
internal sealed class EntryBuilder(string manifest)
{
    public const string FileField = "file";
    public const string CaptionField = "caption";
    public const string StartField = "start";
    public const string DurationField = "duration";

    public static readonly string[] Fields = [FileField, CaptionField, StartField, DurationField];

    private readonly string folder = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
    private readonly List<string> problems = [];

    /// <summary>The entry of a line, or null after a problem was noted.</summary>
    /// <param name="line">The line's number, from 1.</param>
    /// <param name="values">The values by field; an empty one is absent.</param>
    public DatasetEntry? Build(int line, IReadOnlyDictionary<string, string> values)
    {
        var before = problems.Count;
        var file = values.GetValueOrDefault(FileField);
        if (string.IsNullOrEmpty(file))
            Wrong(line, $"has no '{FileField}'; name the media file, from the manifest's folder.");
        else if (file.Contains('\0'))
            Wrong(line, $"'{FileField}' has the character NUL, which no name of a file has; write the name without it.");
        var start = Time(line, StartField, values) ?? TimeSpan.Zero;
        var duration = Time(line, DurationField, values);
        if (duration == TimeSpan.Zero)
            Wrong(line, $"'{DurationField}' is 0; give the seconds that are meant, or leave it out for the rest of the file.");
        if (problems.Count > before)
            return null;
        var caption = values.GetValueOrDefault(CaptionField)?.Trim();
        var path = Path.GetFullPath(file!, folder);
        return new(path, string.IsNullOrEmpty(caption) ? null : caption, start, duration, $"{manifest}:{line}") { Name = NameOf(folder, path) };
    }

    /// <summary>Notes that a field is unknown.</summary>
    public void UnknownField(int line, string name) => Wrong(line, Names.Unknown("field", name, Fields));

    /// <summary>Notes a problem.</summary>
    public void Wrong(int line, string problem) => problems.Add($"line {line}: {problem}");

    /// <summary>Reports the problems, if there are any.</summary>
    public void ThrowIfWrong()
    {
        if (problems.Count > 0)
            throw new DatasetException(manifest, problems);
    }

    /// <summary>The path from a folder, with slashes.</summary>
    public static string NameOf(string folder, string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private TimeSpan? Time(int line, string field, IReadOnlyDictionary<string, string> values)
    {
        if (values.GetValueOrDefault(field) is not { Length: > 0 } text)
            return null;
        if (SecondsOf(text.Trim()) is { } seconds && seconds < TimeSpan.MaxValue.TotalSeconds)
            return TimeSpan.FromSeconds(seconds);
        Wrong(line, $"'{field}' is '{text}'; give seconds such as 2.5, or minutes:seconds such as 1:05.");
        return null;
    }

    private static double? SecondsOf(string text)
    {
        const int Sixty = 60;
        var parts = text.Split(':');
        if (parts.Length > 3)
            return null;
        var sum = 0.0;
        for (var i = 0; i < parts.Length; i++)
        {
            var style = i == parts.Length - 1 ? NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent : NumberStyles.None;
            if (!double.TryParse(parts[i], style, CultureInfo.InvariantCulture, out var number) || (i > 0 && number >= Sixty))
                return null;
            sum = sum * Sixty + number;
        }
        return double.IsFinite(sum) ? sum : null;
    }
}
