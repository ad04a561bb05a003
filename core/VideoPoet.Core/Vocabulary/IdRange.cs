namespace VideoPoet.Core;

/// <summary>A run of consecutive token ids.</summary>
/// <param name="Start">The first id.</param>
/// <param name="Count">How many ids.</param>
public readonly record struct IdRange(int Start, int Count)
{
    /// <summary>The id after the last one.</summary>
    public int End => Start + Count;

    /// <summary>Whether an id lies in the range.</summary>
    /// <param name="id">The id.</param>
    public bool Contains(int id) => id >= Start && id < End;

    /// <summary>The first and the last id, or the only one.</summary>
    public override string ToString() => Count == 1 ? $"{Start}" : $"{Start}–{End - 1}";
}
