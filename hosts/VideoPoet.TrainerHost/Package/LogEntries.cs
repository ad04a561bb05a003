using System.Text.Json;

namespace VideoPoet.TrainerHost.Package;

/// <summary>Reads the log of a run: one JSON object a line.</summary>
internal static class LogEntries
{
    /// <summary>The entries, in order. A last line that is torn, as a process that was ended leaves it, is none.</summary>
    /// <param name="file">The log; one that is not there has none.</param>
    /// <exception cref="FormatException">A line before the last is no entry.</exception>
    public static IEnumerable<JsonElement> Of(string file)
    {
        var (number, bad) = (0, 0);
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            if (bad > 0)
                throw new FormatException($"{file}:{bad}: is no entry of a run's log. Mend the line, or take it out.");
            number++;
            if (Parsed(line) is { } entry)
                yield return entry;
            else
                bad = number;
        }
    }

    // Null where the line is no object that says what happened and after which step.
    private static JsonElement? Parsed(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var entry = document.RootElement;
            return entry.ValueKind == JsonValueKind.Object
                && entry.TryGetProperty("event", out var kind) && kind.ValueKind == JsonValueKind.String
                && entry.TryGetProperty("step", out var step) && step.ValueKind == JsonValueKind.Number && step.TryGetInt64(out _)
                ? entry.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
