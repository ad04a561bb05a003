using System.Globalization;

namespace VideoPoet.CommandLine;

/// <summary>Progress in words.</summary>
/// <param name="units">What is counted, in the plural.</param>
/// <param name="clock">The clock.</param>
internal sealed class ProgressText(string units, TimeProvider clock)
{
    private readonly PaceMeter pace = new(clock);

    /// <summary>Such as <c>120 of 500 steps, 2.31 steps/s, 2:45 left, loss 0.12</c>.</summary>
    /// <param name="progress">The progress; those that were given before tell the pace.</param>
    public string Of(WorkProgress progress)
    {
        var measured = pace.Note(progress.Done);
        var parts = new List<string>
        {
            progress.Total is { } total ? $"{Number(progress.Done)} of {Number(total)} {units}" : $"{Number(progress.Done)} {units}",
        };
        var rate = progress.PerSecond ?? measured;
        if (rate is { } perSecond)
            parts.Add($"{perSecond.ToString(perSecond < 100 ? "0.##" : "0", CultureInfo.InvariantCulture)} {units}/s");
        var left = progress.Remaining?.TotalSeconds ?? (progress.Total - progress.Done) / rate;
        if (left is > 0)
            parts.Add($"{Time(left.Value)} left");
        if (progress.Details.Length > 0)
            parts.Add(progress.Details);
        return string.Join(", ", parts);
    }

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Time(double seconds)
    {
        var whole = (long)Math.Ceiling(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2));
        return whole < 3600 ? $"{whole / 60}:{whole % 60:00}" : $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}";
    }
}
