using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using VideoPoet.CommandLine;
using VideoPoet.Evaluation;

namespace VideoPoet.InferenceHost.Evaluate;

/// <summary>Writes what came of an evaluation.</summary>
internal static class EvaluationListing
{
    /// <summary>An object a task: <c>n</c>, each figure from 0 to 1, and the same figures of the true clips below <c>ceiling</c>.</summary>
    /// <param name="tasks">What came of each task; null with the reason where the model could not be asked.</param>
    public static string ToJson(IEnumerable<(string Task, TaskFigures? Figures, string? Reason)> tasks)
    {
        var all = new JsonObject();
        foreach (var (task, figures, reason) in tasks)
        {
            var one = new JsonObject { ["n"] = figures?.Count ?? 0 };
            if (reason is not null)
                one["reason"] = reason;
            foreach (var (name, value) in figures?.Figures ?? new Dictionary<string, double>())
                one[name] = Math.Round(value, 4);
            if (figures is not null)
                one["ceiling"] = new JsonObject(figures.Ceiling.Select(figure => KeyValuePair.Create(figure.Key, (JsonNode?)Math.Round(figure.Value, 4))));
            all[task] = one;
        }
        return all.ToJsonString(new() { WriteIndented = true });
    }

    /// <summary>A table for a person.</summary>
    /// <param name="tasks">What came of each task.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<(string Task, TaskFigures? Figures, string? Reason)> tasks, TextWriter output)
    {
        var table = new Table().AddColumns("task", "requests", "figure", "reached", "ceiling");
        foreach (var (task, figures, reason) in tasks)
        {
            if (figures is null)
                table.AddRow(task, "0", Markup.Escape(reason ?? ""), "", "");
            foreach (var (name, value) in figures?.Figures ?? new Dictionary<string, double>())
            {
                var ceiling = figures!.Ceiling.TryGetValue(name, out var most) ? Percent(most) : "";
                table.AddRow(task, figures.Count.ToString(CultureInfo.InvariantCulture), name, Percent(value), ceiling);
            }
        }
        PlainTable.Write(table, output);
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
