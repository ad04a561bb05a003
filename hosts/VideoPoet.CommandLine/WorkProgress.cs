namespace VideoPoet.CommandLine;

/// <summary>How far long work has come.</summary>
/// <param name="Done">How many units are done, of those that earlier runs did as well.</param>
/// <param name="Total">How many there are; null where it is not known.</param>
/// <param name="Details">Whatever else is worth a glance, such as losses; may be empty.</param>
public readonly record struct WorkProgress(double Done, double? Total, string Details = "");
