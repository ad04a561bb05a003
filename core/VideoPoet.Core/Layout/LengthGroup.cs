namespace VideoPoet.Core;

/// <summary>Sequences that can share a batch without padding: the same prefix length, output length and format.</summary>
/// <param name="PrefixLength">Positions of the prefix.</param>
/// <param name="OutputLength">Positions of the output.</param>
/// <param name="Format">The name of the format.</param>
public readonly record struct LengthGroup(int PrefixLength, int OutputLength, string Format)
{
    /// <summary>Positions of the sequence.</summary>
    public int Length => PrefixLength + OutputLength;
}
