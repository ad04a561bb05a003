namespace VideoPoet.Toybox;

/// <summary>What a few outliers do not change.</summary>
internal static class Statistics
{
    /// <summary>The median of some numbers, at least one.</summary>
    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
