using System.Globalization;
using System.Text.Json;

namespace VideoPoet.Training.Reports;

/// <summary>What a report takes from a run's log.</summary>
/// <param name="Curves">Every figure, in the order in which they came first.</param>
/// <param name="Events">Starts, stops, messages and failures: when, after which step, and what.</param>
internal sealed record LogCurves(IReadOnlyList<Curve> Curves, IReadOnlyList<(string Time, long Step, string Text)> Events)
{
    /// <summary>Reads a log.</summary>
    /// <param name="file">One JSON object a line.</param>
    public static LogCurves Read(string file)
    {
        var curves = new OrderedDictionary<string, Curve>();
        var events = new List<(string, long, string)>();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var (kind, step) = (root.GetProperty("event").GetString()!, root.GetProperty("step").GetInt64());
            if (kind is "step" or "evaluation")
                Add(curves, root, step, isMeasured: kind == "evaluation");
            else
                events.Add((TimeOf(root), step, root.TryGetProperty("text", out var text) ? text.GetString()! : kind));
        }
        return new([.. curves.Values], events);
    }

    private static void Add(OrderedDictionary<string, Curve> curves, JsonElement root, long step, bool isMeasured)
    {
        foreach (var figure in root.EnumerateObject().Where(property => property.Name != "step" && property.Value.ValueKind == JsonValueKind.Number))
        {
            var key = isMeasured ? $"measured {figure.Name}" : figure.Name;
            if (!curves.TryGetValue(key, out var curve))
                curves.Add(key, curve = new(figure.Name, isMeasured));
            curve.Add(step, figure.Value.GetDouble());
        }
    }

    private static string TimeOf(JsonElement root) =>
        root.GetProperty("time").GetDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
