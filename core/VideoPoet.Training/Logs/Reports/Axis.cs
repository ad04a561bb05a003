using System.Globalization;

namespace VideoPoet.Training.Reports;

/// <summary>An axis with round numbers at its ticks.</summary>
internal sealed class Axis
{
    private readonly double _low, _high;

    public Axis(double low, double high)
    {
        if (low == high)
            (low, high) = low == 0 ? (0, 1) : (low - Math.Abs(low) / 10, high + Math.Abs(high) / 10);
        (_low, _high) = (low, high);
        Ticks = [.. TicksOf(low, high)];
    }

    /// <summary>Round numbers within the axis, about four.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Where a number lies, from 0 at the low end to 1 at the high one.</summary>
    public double Share(double number) => (number - _low) / (_high - _low);

    /// <summary>A number in few letters.</summary>
    public static string Text(double number)
    {
        var size = Math.Abs(number);
        var (scaled, unit) = size >= 1e12 ? (number / 1e12, "T") : size >= 1e9 ? (number / 1e9, "G") : size >= 1e6 ? (number / 1e6, "M")
            : size >= 1e4 ? (number / 1e3, "k") : (number, "");
        return scaled.ToString(size is > 0 and < 1e-3 ? "0.##e0" : "G4", CultureInfo.InvariantCulture) + unit;
    }

    private static IEnumerable<double> TicksOf(double low, double high)
    {
        var rough = (high - low) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var distance = power * (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        for (var tick = Math.Ceiling(low / distance); tick * distance <= high; tick++)
            yield return tick * distance;
    }
}
