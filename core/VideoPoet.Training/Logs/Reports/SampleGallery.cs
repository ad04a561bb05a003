using System.Globalization;
using System.Text;

namespace VideoPoet.Training.Reports;

/// <summary>Shows the pictures, sounds and videos of a folder within a page.</summary>
internal static class SampleGallery
{
    private const long LargestFile = 4_000_000, LargestPage = 24_000_000; // bytes; what is larger is named only

    private static readonly IReadOnlyDictionary<string, (string Type, string Element)> Kinds =
        new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
        {
            [".png"] = ("image/png", "<img alt=\"{0}\" src=\"{1}\"/>"),
            [".jpg"] = ("image/jpeg", "<img alt=\"{0}\" src=\"{1}\"/>"),
            [".mp4"] = ("video/mp4", "<video aria-label=\"{0}\" controls=\"\" loop=\"\" muted=\"\" src=\"{1}\"></video>"),
            [".wav"] = ("audio/wav", "<audio aria-label=\"{0}\" controls=\"\" src=\"{1}\"></audio>"),
        };

    /// <summary>Shows a folder; nothing when it is absent or empty.</summary>
    public static string Draw(string folder)
    {
        var gallery = new StringBuilder();
        var left = LargestPage;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            gallery.Append("<figure>");
            if (Kinds.TryGetValue(file.Extension, out var kind) && file.Length <= Math.Min(left, LargestFile))
            {
                left -= file.Length;
                var address = Html.Data(kind.Type, File.ReadAllBytes(file.FullName));
                gallery.AppendFormat(CultureInfo.InvariantCulture, kind.Element, Html.Text(file.Name), address);
            }
            gallery.Append("<figcaption>").Append(Html.Text(file.Name)).Append("</figcaption></figure>\n");
        }
        return gallery.ToString();
    }
}
