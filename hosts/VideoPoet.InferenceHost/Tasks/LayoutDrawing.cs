using System.Globalization;
using System.Xml.Linq;
using VideoPoet.Core;
using VideoPoet.InferenceHost.CommandLine;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>Draws a layout as in the paper's Figure 3: the prefix on light yellow, the output on dark red, lengths to scale.</summary>
/// <remarks>A marker is one position, too narrow to see at scale: it is drawn as a flag above the place where it stands.</remarks>
internal static class LayoutDrawing
{
    private const int Width = 1200, Margin = 24, BarTop = 132, BarHeight = 56, FlagHeight = 16;

    // Figure 3: markers darker red, text blue, vision yellow, audio green.
    private static readonly Dictionary<Modality, (string Fill, string Name)> Colours = new()
    {
        [Modality.Special] = ("#b5433a", "marker"),
        [Modality.Text] = ("#6fa8dc", "text"),
        [Modality.Visual] = ("#f1c232", "visual"),
        [Modality.Audio] = ("#6aa84f", "audio"),
    };

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Draw(NamedLayout named)
    {
        var layout = named.Layout;
        var scale = (double)(Width - 2 * Margin) / layout.Length;
        var flags = Flags(layout, scale).ToArray();
        var bottom = BarTop + BarHeight + 24 + flags.Max(flag => flag.Row + 1) * (FlagHeight + 4);
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {bottom + 44}"),
            new XAttribute("width", Width),
            new XAttribute("height", bottom + 44),
            new XAttribute("font-family", "sans-serif"),
            new XAttribute("font-size", 13),
            new XElement(Svg + "title", $"{named.Task} in {layout.Format}"),
            Box(0, 0, Width, bottom + 44, "#ffffff"),
            Text(Margin, 34, $"{named.Task}", size: 20),
            Text(Margin, 56, $"{layout.Format}: {layout.Length:N0} positions"),
            Box(Margin, 72, layout.PrefixLength * scale, bottom - 72, "#fff6d6"),
            Box(Margin + layout.PrefixLength * scale, 72, layout.OutputLength * scale, bottom - 72, "#e6b8b3"),
            // Each caption has a line and a side of its own, so that the one of a narrow part stays legible.
            Text(Margin + 6, 112, $"prefix, bidirectional: {layout.PrefixLength:N0}"),
            Text(Width - Margin - 6, 90, $"output, causal: {layout.OutputLength:N0}", anchor: "end"),
            layout.Segments.Where(segment => segment is not MarkerSegment).Select(segment => Content(segment, scale)),
            flags.Select(Stalk),
            flags.Select(Banner),
            Legend(bottom + 18));
        return new XDocument(picture).ToString() + Environment.NewLine;
    }

    private static IEnumerable<XElement> Content(Segment segment, double scale)
    {
        var (left, width) = (Margin + segment.Start * scale, segment.Length * scale);
        yield return Box(left, BarTop, width, BarHeight, Colours[segment.Modality].Fill);
        if (segment.Given > 0)
        {
            yield return Box(left, BarTop, segment.Given * scale, BarHeight, "#ffffff", opacity: 0.55);
            yield return Label(left, segment.Given * scale, "given", "");
        }
        foreach (var divider in Dividers(segment))
            yield return Box(Margin + divider * scale, BarTop, 0.75, BarHeight, "#ffffff");
        var given = segment.Given * scale;
        yield return segment switch
        {
            VisualSegment visual => Label(left + given, width - given, visual.View.Name, $"{visual.Shape}"),
            AudioSegment audio => Label(left, width, audio.View.Name, $"{audio.Shape}"),
            _ => Label(left, width, "text", $"{segment.Length}"),
        };
    }

    // Where latent frames or audio levels meet.
    private static IEnumerable<int> Dividers(Segment segment) => segment switch
    {
        VisualSegment visual => Enumerable.Range(0, visual.Shape.Time - 1).Select(visual.EndOf),
        AudioSegment audio => audio.AllowedRuns.Skip(1).Select(run => run.Start),
        _ => [],
    };

    private static XElement Label(double left, double width, string name, string detail)
    {
        var label = new XElement(Svg + "text", new XAttribute("text-anchor", "middle"));
        var fits = (int)(width / 7.5);
        foreach (var (line, offset) in new[] { (name, 24), (detail, 42) }.Where(line => line.Item1.Length <= fits))
            label.Add(new XElement(Svg + "tspan", new XAttribute("x", Number(left + width / 2)), new XAttribute("y", BarTop + offset), line));
        return label;
    }

    // Flags that would overlap go to the next free row.
    private static IEnumerable<Flag> Flags(SequenceLayout layout, double scale)
    {
        var rowEnds = new List<double>();
        foreach (var marker in layout.Segments.OfType<MarkerSegment>())
        {
            var at = Margin + marker.Start * scale;
            var width = marker.Token.Name.Length * 7.0 + 8;
            var left = Math.Min(at, Width - Margin - width);
            var row = rowEnds.FindIndex(end => end + 4 <= left);
            if (row < 0)
            {
                row = rowEnds.Count;
                rowEnds.Add(0);
            }
            rowEnds[row] = left + width;
            yield return new(marker.Token.Name, at, left, width, row);
        }
    }

    private static XElement Stalk(Flag flag) => Box(flag.At, BarTop, 1, TopOf(flag) - BarTop, Colours[Modality.Special].Fill);

    private static IEnumerable<XElement> Banner(Flag flag) =>
    [
        Box(flag.Left, TopOf(flag), flag.Width, FlagHeight, Colours[Modality.Special].Fill),
        Text(flag.Left + 4, TopOf(flag) + 12, flag.Name, size: 11, colour: "#ffffff"),
    ];

    private static int TopOf(Flag flag) => BarTop + BarHeight + 16 + flag.Row * (FlagHeight + 4);

    private static IEnumerable<XElement> Legend(int top) => Colours.Values.SelectMany((colour, index) => new[]
    {
        Box(Margin + index * 110, top, 14, 14, colour.Fill),
        Text(Margin + index * 110 + 20, top + 12, colour.Name),
    });

    private static XElement Box(double left, double top, double width, double height, string fill, double opacity = 1)
    {
        var box = new XElement(
            Svg + "rect",
            new XAttribute("x", Number(left)),
            new XAttribute("y", Number(top)),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("fill", fill));
        if (opacity < 1)
            box.Add(new XAttribute("fill-opacity", Number(opacity)));
        return box;
    }

    private static XElement Text(double left, double baseline, string text, int size = 13, string colour = "#333333", string anchor = "start") => new(
        Svg + "text",
        new XAttribute("x", Number(left)),
        new XAttribute("y", Number(baseline)),
        new XAttribute("font-size", size),
        new XAttribute("fill", colour),
        new XAttribute("text-anchor", anchor),
        text);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record Flag(string Name, double At, double Left, double Width, int Row);
}
