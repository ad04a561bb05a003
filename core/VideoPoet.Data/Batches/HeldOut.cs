using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>How much of the data is held out of training to evaluate on. Which files are held out follows from their content alone.</summary>
public sealed record HeldOut
{
    /// <summary>The share of the files of each kind of sequence; of two files or more at least one is held out.</summary>
    public Share Share { get; init; } = new(0.05);

    /// <summary>The most files of each kind of sequence.</summary>
    public int MostFiles { get; init; } = 1_024;

    /// <summary>How many of some things are held out, at least one and never all.</summary>
    /// <param name="things">How many there are, at least 2.</param>
    internal int Of(int things) => Math.Clamp((int)Math.Round(Share.Value * things), 1, Math.Min(MostFiles, things - 1));

    /// <summary>Checks the values.</summary>
    /// <returns>This.</returns>
    internal HeldOut Checked()
    {
        if (Share.Value is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(Share), Share, "the share that is held out must be from 0 to below 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(MostFiles, 1);
        return this;
    }
}
