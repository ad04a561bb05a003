using System.Globalization;

namespace VideoPoet.Media;

/// <summary>Fractions as ffprobe writes them.</summary>
internal static class Ratio
{
    /// <summary>Reads a fraction of two whole numbers.</summary>
    /// <param name="text">Such as <c>30000/1001</c> or <c>4:3</c>.</param>
    /// <param name="separator">What stands between the numbers.</param>
    /// <returns>The value, or null where the text is none or either number is not positive.</returns>
    public static double? Parse(string? text, char separator) =>
        text?.Split(separator) is [var above, var below]
        && long.TryParse(above, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator) && numerator > 0
        && long.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator) && denominator > 0
            ? (double)numerator / denominator
            : null;
}
