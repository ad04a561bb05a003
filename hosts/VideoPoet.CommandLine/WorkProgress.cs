namespace VideoPoet.CommandLine;

/// <summary>How far long work has come.</summary>
/// <param name="Done">How many units are done, with those that earlier runs did.</param>
/// <param name="Total">How many there are; null where it is not known.</param>
/// <param name="Details">Whatever else is worth a glance, such as losses; may be empty.</param>
public readonly record struct WorkProgress(double Done, double? Total, string Details = "")
{
    /// <summary>Units a second, from who knows it better than the reports can tell.</summary>
    public double? PerSecond { get; init; }

    /// <summary>The time that is left, from who knows it better than the reports can tell.</summary>
    public TimeSpan? Remaining { get; init; }
}
