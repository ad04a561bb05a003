using System.Xml.Linq;
using VideoPoet.Core;
using VideoPoet.CommandLine;
using VideoPoet.InferenceHost.Drawing;

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

    public static string Draw(NamedLayout named)
    {
        var layout = named.Layout;
        var scale = (double)(Width - 2 * Margin) / layout.Length;
        var flags = Flags(layout, scale).ToArray();
        var bottom = BarTop + BarHeight + 24 + flags.Max(flag => flag.Row + 1) * (FlagHeight + 4);
        return Svg.Picture(
            Width,
            bottom + 44,
            $"{named.Task} in {layout.Format}",
            Svg.Text(Margin, 34, $"{named.Task}", size: 20),
            Svg.Text(Margin, 56, $"{layout.Format}: {layout.Length:N0} positions"),
            Svg.Box(Margin, 72, layout.PrefixLength * scale, bottom - 72, "#fff6d6"),
            Svg.Box(Margin + layout.PrefixLength * scale, 72, layout.OutputLength * scale, bottom - 72, "#e6b8b3"),
            // Each caption has a line and a side of its own, so that the one of a narrow part stays legible.
            Svg.Text(Margin + 6, 112, $"prefix, bidirectional: {layout.PrefixLength:N0}"),
            Svg.Text(Width - Margin - 6, 90, $"output, causal: {layout.OutputLength:N0}", anchor: "end"),
            layout.Segments.Where(segment => segment is not MarkerSegment).Select(segment => Content(segment, scale)),
            flags.Select(Stalk),
            flags.Select(Banner),
            Legend(bottom + 18));
    }

    private static IEnumerable<XElement> Content(Segment segment, double scale)
    {
        var (left, width, given) = (Margin + segment.Start * scale, segment.Length * scale, segment.Given * scale);
        var name = segment switch
        {
            VisualSegment visual => Label(left + given, width - given, visual.View.Name, $"{visual.Shape}"),
            AudioSegment audio => Label(left, width, audio.View.Name, $"{audio.Shape}"),
            _ => Label(left, width, "text", $"{segment.Length}"),
        };
        return
        [
            Svg.Box(left, BarTop, width, BarHeight, Colours[segment.Modality].Fill),
            .. Given(left, given),
            .. Dividers(segment).Select(divider => Svg.Box(Margin + divider * scale, BarTop, 0.75, BarHeight, "#ffffff")),
            .. name,
        ];
    }

    // What is given and not learnt is paler.
    private static IEnumerable<XElement> Given(double left, double width) =>
        width == 0 ? [] : [Svg.Box(left, BarTop, width, BarHeight, "#ffffff", opacity: 0.55), .. Label(left, width, "given", "")];

    // Where latent frames or audio levels meet.
    private static IEnumerable<int> Dividers(Segment segment) => segment switch
    {
        VisualSegment visual => Enumerable.Range(0, visual.Shape.Time - 1).Select(visual.EndOf),
        AudioSegment audio => audio.AllowedRuns.Skip(1).Select(run => run.Start),
        _ => [],
    };

    private static IEnumerable<XElement> Label(double left, double width, string name, string detail)
    {
        var fits = (int)(width / 7.5);
        return new[] { (Line: name, Offset: 24), (Line: detail, Offset: 42) }
            .Where(part => part.Line.Length > 0 && part.Line.Length <= fits)
            .Select(part => Svg.Text(left + width / 2, BarTop + part.Offset, part.Line, colour: "#000000", anchor: "middle"));
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

    private static XElement Stalk(Flag flag) => Svg.Box(flag.At, BarTop, 1, TopOf(flag) - BarTop, Colours[Modality.Special].Fill);

    private static IEnumerable<XElement> Banner(Flag flag) =>
    [
        Svg.Box(flag.Left, TopOf(flag), flag.Width, FlagHeight, Colours[Modality.Special].Fill),
        Svg.Text(flag.Left + 4, TopOf(flag) + 12, flag.Name, size: 11, colour: "#ffffff"),
    ];

    private static int TopOf(Flag flag) => BarTop + BarHeight + 16 + flag.Row * (FlagHeight + 4);

    private static IEnumerable<XElement> Legend(int top) => Colours.Values.SelectMany((colour, index) => new[]
    {
        Svg.Box(Margin + index * 110, top, 14, 14, colour.Fill),
        Svg.Text(Margin + index * 110 + 20, top + 12, colour.Name),
    });

    private sealed record Flag(string Name, double At, double Left, double Width, int Row);
}
