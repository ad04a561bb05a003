using VideoPoet.Specs;

namespace VideoPoet.Training;

/// <summary>By which figure of its evaluations a run is judged.</summary>
/// <param name="Figure">The name of the figure.</param>
/// <param name="IsHighest">Whether it is best where it is highest, rather than lowest.</param>
public sealed record Goal(string Figure, bool IsHighest)
{
    /// <summary>The steps of earlier stages: an evaluation after no more than them is not comparable, and does not count.</summary>
    public long From { get; init; }

    /// <summary>The figure in words, such as <c>lowest held_out_loss</c>.</summary>
    public override string ToString() => $"{(IsHighest ? "highest" : "lowest")} {Figure}";

    /// <summary>The goal that a recipe names, or null when it leaves it to what is trained.</summary>
    /// <param name="spec">What the recipe says.</param>
    internal static Goal? Of(BestSpec? spec) =>
        spec is { Highest: { } highest } ? new(highest, IsHighest: true)
        : spec is { Lowest: { } lowest } ? new(lowest, IsHighest: false)
        : null;
}
