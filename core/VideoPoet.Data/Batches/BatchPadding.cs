namespace VideoPoet.Data;

/// <summary>How much of a batch is of no use, counted in its ids.</summary>
/// <param name="Positions">All positions of all rows.</param>
/// <param name="Pad">The positions that hold <c>&lt;pad&gt;</c>; none in batches of one length group.</param>
/// <param name="EmptyText">
/// The positions of text slots behind the end of their text, which no position attends to: the slot has 64 positions whatever the caption.
/// </param>
public readonly record struct BatchPadding(long Positions, long Pad, long EmptyText)
{
    /// <summary>The share of the positions that hold <c>&lt;pad&gt;</c>.</summary>
    public double Share => Positions == 0 ? 0 : (double)Pad / Positions;

    /// <summary>The share of the positions that are empty text.</summary>
    public double EmptyTextShare => Positions == 0 ? 0 : (double)EmptyText / Positions;

    /// <summary>Both together.</summary>
    public static BatchPadding operator +(BatchPadding left, BatchPadding right) =>
        new(left.Positions + right.Positions, left.Pad + right.Pad, left.EmptyText + right.EmptyText);
}
