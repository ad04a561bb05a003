using System.Globalization;
using VideoPoet.Training;

namespace VideoPoet.TrainerHost.Train;

/// <summary>How figures are written for people.</summary>
internal static class FigureText
{
    /// <summary>Such as <c>psnr_db 27.3, code_usage 0.92</c>.</summary>
    public static string Of(IEnumerable<Figure> figures) => string.Join(", ", figures.Select(figure => $"{figure.Name} {Number(figure.Value)}"));

    /// <summary>Four digits that count.</summary>
    public static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>1.23 GB</c>.</summary>
    public static string Bytes(long bytes) => Scaled(bytes, "bytes", "kB", "MB", "GB", "TB");

    /// <summary>Such as <c>1.23 million</c>.</summary>
    public static string Count(double count) => Scaled(count, "", "thousand", "million", "billion", "trillion");

    private static string Scaled(double value, params string[] units)
    {
        var unit = 0;
        for (; value >= 1_000 && unit < units.Length - 1; unit++)
            value /= 1_000;
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {units[unit]}").TrimEnd();
    }
}
