using System.Globalization;
using System.Text;

namespace VideoPoet.Training.Reports;

/// <summary>Draws curves over one pair of axes as SVG; colours are those of the page's style.</summary>
internal static class CurveChart
{
    private const int Width = 460, Height = 220, Left = 56, Right = 12, Top = 12, Bottom = 28;
    private const int Colours = 8;

    /// <summary>Draws curves that have at least one point.</summary>
    /// <param name="title">What they are about.</param>
    /// <param name="curves">The curves with what they are called in the chart; those of one name have one colour.</param>
    public static string Draw(string title, IReadOnlyList<(string Label, Curve Curve)> curves)
    {
        var points = curves.SelectMany(curve => curve.Curve.Points).ToArray();
        var steps = new Axis(points.Min(point => point.Step), points.Max(point => point.Step));
        var values = new Axis(points.Min(point => point.Value), points.Max(point => point.Value));
        var labels = curves.Select(curve => curve.Label).Distinct().ToList();
        var chart = new StringBuilder();
        chart.Append(Invariant($"<figure><figcaption>{Html.Text(title)}</figcaption>"));
        chart.Append(Invariant($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Html.Text(title)}\">"));
        foreach (var tick in values.Ticks)
        {
            var y = Y(tick);
            chart.Append(Invariant($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>"));
            chart.Append(Invariant($"<text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Axis.Text(tick)}</text>"));
        }
        foreach (var tick in steps.Ticks)
            chart.Append(Invariant($"<text x=\"{X(tick):0.#}\" y=\"{Height - 8}\" text-anchor=\"middle\">{Axis.Text(tick)}</text>"));
        foreach (var (label, curve) in curves)
            chart.Append(Line(curve, labels.IndexOf(label) % Colours));
        chart.Append("</svg><ul class=\"legend\">");
        foreach (var (label, curve) in curves)
        {
            var measured = curve.IsMeasured ? " measured" : "";
            chart.Append(Invariant($"<li class=\"c{labels.IndexOf(label) % Colours}{measured}\"><i></i>"));
            chart.Append(Invariant($"{Html.Text(label)}{(curve.IsMeasured ? ", held out" : "")} <b>{Axis.Text(curve.Latest)}</b></li>"));
        }
        return chart.Append("</ul></figure>\n").ToString();

        double X(double step) => Left + steps.Share(step) * (Width - Left - Right);
        double Y(double value) => Height - Bottom - values.Share(value) * (Height - Top - Bottom);

        string Line(Curve curve, int colour)
        {
            var kind = curve.IsMeasured ? " measured" : "";
            if (curve.Points is [var only])
                return Invariant($"<circle class=\"c{colour}{kind}\" cx=\"{X(only.Step):0.#}\" cy=\"{Y(only.Value):0.#}\" r=\"3\"/>");
            var path = string.Join(' ', curve.Points.Select(point => Invariant($"{X(point.Step):0.#},{Y(point.Value):0.#}")));
            return Invariant($"<polyline class=\"c{colour}{kind}\" points=\"{path}\"/>");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
