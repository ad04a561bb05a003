using System.Globalization;
using System.Xml.Linq;
using VideoPoet.InferenceHost.Drawing;
using VideoPoet.Specs;

namespace VideoPoet.InferenceHost.Mixture;

/// <summary>Draws the schedule of a mixture: from left to right the iterations, from top to bottom what a step draws.</summary>
internal static class ScheduleDrawing
{
    private const int Width = 1200, Left = 64, Top = 112, PlotWidth = 820, PlotHeight = 480, LegendLeft = Left + PlotWidth + 28, LegendStep = 24;
    private const int LabelHeight = 18;
    private const double LetterWidth = 7.5;

    public static string Draw(string name, int tokenBudget, MixturePlan plan)
    {
        var entries = plan.Stages.SelectMany(EntriesOf).Select(entry => entry.Name).Distinct().ToList();
        var colours = entries.Select((entry, index) => (entry, Colour(index, entries.Count))).ToDictionary(pair => pair.entry, pair => pair.Item2);
        var height = Math.Max(Top + PlotHeight + 64, Top + entries.Count * LegendStep + 24);
        return Svg.Picture(
            Width,
            height,
            $"Schedule of {name}",
            Svg.Text(Left, 34, name, size: 20),
            Svg.Text(Left, 56, $"what a step draws; {tokenBudget:N0} output tokens a step"),
            plan.Stages.Select(stage => Stage(stage, colours)),
            Scale(),
            Legend(entries, colours));
    }

    private static IEnumerable<XElement> Stage(StagePlan stage, Dictionary<string, string> colours)
    {
        var left = Left + stage.Start.Value * PlotWidth;
        var width = stage.Share.Value * PlotWidth;
        yield return Svg.Text(left + 4, Top - 26, Fit(stage.Name, width));
        yield return Svg.Text(left + 4, Top - 8, Fit($"{stage.Start} to {stage.End}", width), size: 11, colour: "#777777");
        var top = (double)Top;
        foreach (var (name, probability) in EntriesOf(stage))
        {
            var height = probability * PlotHeight;
            yield return Svg.Box(left, top, width - 1, Math.Max(height - 1, 0.5), colours[name]);
            if (height >= LabelHeight)
                yield return Svg.Text(left + 6, top + height / 2 + 4, Fit($"{name} {Percent(probability)}", width), size: 12, colour: "#ffffff");
            top += height;
        }
    }

    private static IEnumerable<XElement> Scale()
    {
        for (var quarter = 0; quarter <= 4; quarter++)
        {
            var across = Left + quarter * PlotWidth / 4.0;
            yield return Svg.Box(across, Top + PlotHeight, 1, 6, "#333333");
            yield return Svg.Text(across, Top + PlotHeight + 22, $"{quarter * 25}%", anchor: "middle");
            var down = Top + quarter * PlotHeight / 4.0;
            yield return Svg.Box(Left - 6, down, 6, 1, "#333333");
            yield return Svg.Text(Left - 10, down + 4, $"{100 - quarter * 25}%", size: 11, anchor: "end");
        }
        yield return Svg.Text(Left + PlotWidth / 2.0, Top + PlotHeight + 44, "iterations", anchor: "middle");
    }

    private static IEnumerable<XElement> Legend(List<string> entries, Dictionary<string, string> colours) =>
        entries.SelectMany((entry, index) => new[]
        {
            Svg.Box(LegendLeft, Top + index * LegendStep, 14, 14, colours[entry]),
            Svg.Text(LegendLeft + 22, Top + index * LegendStep + 12, entry),
        });

    private static IEnumerable<(string Name, double Probability)> EntriesOf(StagePlan stage) =>
        from variant in stage.Variants
        group variant.Probability by variant.Entry into drawn
        select (drawn.Key, drawn.Sum());

    private static string Fit(string text, double width) => text.Length * LetterWidth + 8 <= width ? text : "";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");

    // Hues as far apart as they can be; neighbours also differ in lightness.
    private static string Colour(int index, int count)
    {
        var hue = 360.0 * index / count;
        var lightness = index % 2 == 0 ? 0.36 : 0.46;
        var reach = 0.5 * Math.Min(lightness, 1 - lightness);
        return $"#{Channel(0):x2}{Channel(8):x2}{Channel(4):x2}";

        int Channel(int offset)
        {
            var turn = (offset + hue / 30) % 12;
            return (int)Math.Round(255 * (lightness - reach * Math.Clamp(Math.Min(turn - 3, 9 - turn), -1, 1)));
        }
    }
}
