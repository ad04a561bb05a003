using System.Globalization;
using System.Xml.Linq;

namespace VideoPoet.InferenceHost.Drawing;

/// <summary>The few shapes that the program's pictures are made of.</summary>
internal static class Svg
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>A whole picture on white, as text.</summary>
    public static string Picture(double width, double height, string title, params object?[] content) => new XDocument(new XElement(
        Namespace + "svg",
        new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
        new XAttribute("width", Number(width)),
        new XAttribute("height", Number(height)),
        new XAttribute("font-family", "sans-serif"),
        new XAttribute("font-size", 13),
        new XElement(Namespace + "title", title),
        Box(0, 0, width, height, "#ffffff"),
        content)).ToString() + Environment.NewLine;

    /// <summary>A filled rectangle.</summary>
    public static XElement Box(double left, double top, double width, double height, string fill, double opacity = 1)
    {
        var box = new XElement(
            Namespace + "rect",
            new XAttribute("x", Number(left)),
            new XAttribute("y", Number(top)),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("fill", fill));
        if (opacity < 1)
            box.Add(new XAttribute("fill-opacity", Number(opacity)));
        return box;
    }

    /// <summary>One line of text.</summary>
    public static XElement Text(double left, double baseline, string text, int size = 13, string colour = "#333333", string anchor = "start") => new(
        Namespace + "text",
        new XAttribute("x", Number(left)),
        new XAttribute("y", Number(baseline)),
        new XAttribute("font-size", size),
        new XAttribute("fill", colour),
        new XAttribute("text-anchor", anchor),
        text);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
