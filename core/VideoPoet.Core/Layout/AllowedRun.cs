namespace VideoPoet.Core;

/// <summary>A run of positions at which the same ids are legal.</summary>
/// <param name="Start">The first position.</param>
/// <param name="Length">The number of positions.</param>
/// <param name="Ids">The legal ids.</param>
public readonly record struct AllowedRun(int Start, int Length, IdRange Ids)
{
    /// <summary>The position after the last one.</summary>
    public int End => Start + Length;
}
