using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Training.Reports;

/// <summary>A page about a run that needs nothing but itself: curves, the latest samples, what happened, the recipe, the environment.</summary>
internal static class RunReport
{
    /// <summary>The name of the page in the run's folder.</summary>
    public const string FileName = "report.html";

    private const string HeldOut = "held_out_"; // measured beside the same figure of steps
    private const int EventsShown = 30;

    /// <summary>Writes the page, or writes it anew.</summary>
    public static void Write(RunFolder folder, RunState state)
    {
        var page = Encoding.UTF8.GetBytes(Draw(folder, state));
        ReplacedFile.Write(Path.Combine(folder.Path, FileName), stream => stream.Write(page));
    }

    private static string Draw(RunFolder folder, RunState state)
    {
        var log = LogCurves.Read(folder.LogFile);
        var name = Html.Text(Path.GetFileName(Path.GetFullPath(folder.Path).TrimEnd(Path.DirectorySeparatorChar)));
        var page = new StringBuilder();
        page.Append($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>{name}</title>\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        page.Append($"<style>\n{ReportStyle.Css}\n</style></head><body>\n<h1>{name}</h1>\n{StateLine(state)}\n");
        page.Append("<h2>Curves</h2>\n<div class=\"charts\">\n").Append(Charts(log.Curves)).Append("</div>\n");
        if (folder.LatestSamples is { } samples)
            page.Append(CultureInfo.InvariantCulture, $"<h2>Samples after step {RunFolder.StepOf(samples)}</h2>\n")
                .Append("<div class=\"samples\">\n").Append(SampleGallery.Draw(samples)).Append("</div>\n");
        page.Append("<h2>What happened</h2>\n<table>\n");
        foreach (var (time, step, text) in log.Events.TakeLast(EventsShown))
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{time}</td><td>step {step}</td><td>{Html.Text(text)}</td></tr>\n");
        page.Append("</table>\n<h2>What it was computed with</h2>\n<table>\n").Append(Environment(folder)).Append("</table>\n");
        page.Append($"<details open=\"\"><summary>Recipe</summary><pre>{Html.Text(folder.Configuration.Yaml)}</pre></details>\n");
        return page.Append("</body></html>\n").ToString();
    }

    private static string StateLine(RunState state)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<p class=\"state\">step <b>{state.Step:N0}</b> of {state.Steps:N0}");
        text.Append(state.IsComplete ? ", complete" : "");
        if (state.Best is { } best)
            text.Append(CultureInfo.InvariantCulture, $" · best {Html.Text(best.Figure)} <b>{best.Value:G5}</b> after step {best.Step:N0}");
        if (state.FailedSteps > 0)
            text.Append(CultureInfo.InvariantCulture, $" · updates of <b>{state.FailedSteps:N0}</b> steps left out");
        text.Append(CultureInfo.InvariantCulture, $" · {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC</p>\n");
        text.Append(CultureInfo.InvariantCulture, $"<progress max=\"{state.Steps}\" value=\"{state.Step}\"></progress>");
        return text.ToString();
    }

    // A figure of several kinds, loss/text-to-video and loss/video-to-audio, is one chart, and what is measured of it lies in the same.
    private static string Charts(IEnumerable<Curve> curves)
    {
        var charts = new StringBuilder();
        foreach (var chart in curves.Select(curve => (Title: TitleOf(curve.Name), Curve: curve)).GroupBy(entry => entry.Title.Chart))
            charts.Append(CurveChart.Draw(chart.Key, [.. chart.Select(entry => (entry.Title.Label, entry.Curve))]));
        return charts.ToString();
    }

    private static (string Chart, string Label) TitleOf(string name)
    {
        var bare = name.StartsWith(HeldOut, StringComparison.Ordinal) ? name[HeldOut.Length..] : name;
        var slash = bare.LastIndexOf('/');
        var title = (slash < 0 ? bare : bare[..slash]).Replace('_', ' ');
        return slash < 0 ? (title, title) : ($"{title}, each", bare[(slash + 1)..]);
    }

    private static string Environment(RunFolder folder)
    {
        using var environment = JsonDocument.Parse(File.ReadAllBytes(folder.EnvironmentFile));
        return string.Concat(environment.RootElement.EnumerateObject().Select(
            entry => $"<tr><td>{Html.Text(entry.Name)}</td><td>{Html.Text(entry.Value.ToString())}</td></tr>\n"));
    }
}
