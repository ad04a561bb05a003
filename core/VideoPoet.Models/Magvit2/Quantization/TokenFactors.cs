using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// Token factorisation (MAGVIT-v2 §3.2): an id is a low and a high half of its bits, so that a table of 2^18 rows becomes two of 2^9. Which half
/// comes first is not published.
/// </summary>
/// <param name="bits">The bits of an id, an even number.</param>
public sealed class TokenFactors(int bits)
{
    private readonly int _half = bits >= 2 && bits % 2 == 0
        ? bits / 2
        : throw new ArgumentOutOfRangeException(nameof(bits), bits, "an id falls into two halves when it has an even number of bits.");

    /// <summary>The number of values of each half.</summary>
    public long Codes => 1L << _half;

    /// <summary>The low and the high halves of ids, each of the same shape as the ids.</summary>
    /// <param name="ids">64-bit numbers.</param>
    public (Tensor Low, Tensor High) Split(Tensor ids) => (ids.remainder(Codes), ids.div(Codes, RoundingMode.floor));

    /// <summary>The ids of two halves.</summary>
    /// <param name="low">The low halves, from 0 to <see cref="Codes"/> − 1.</param>
    /// <param name="high">The high halves, of the same shape.</param>
    public Tensor Join(Tensor low, Tensor high)
    {
        using var shifted = high.mul(Codes);
        return shifted.add(low);
    }
}
