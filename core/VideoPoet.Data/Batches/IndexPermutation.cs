using System.Numerics;
using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>A drawn order of the numbers from 0 to below a count, computed one by one instead of stored.</summary>
/// <remarks>
/// A Feistel network permutes the numbers of an even number of bits, at most four times as many as are wanted or 256; a number that is not wanted is
/// permuted again until one comes that is (Black and Rogaway, CT-RSA 2002).
/// </remarks>
/// <param name="key">What the order follows from.</param>
/// <param name="count">How many numbers, at least 1.</param>
internal sealed class IndexPermutation(long key, long count)
{
    private const int Rounds = 6;

    // With smaller halves some orders of a handful of numbers would come more often than others.
    private const int FewestHalfBits = 4;

    private readonly int _halfBits = Math.Max(FewestHalfBits, (BitOperations.Log2((ulong)Math.Max(1, count - 1)) + 2) / 2);

    /// <summary>The number at a place of the order.</summary>
    /// <param name="place">The place, from 0 to below the count.</param>
    public long At(long place)
    {
        if (place < 0 || place >= count)
            throw new ArgumentOutOfRangeException(nameof(place), place, $"the order has the places 0 to {count - 1}.");
        do
            place = Permuted(place);
        while (place >= count);
        return place;
    }

    private long Permuted(long number)
    {
        var mask = (1L << _halfBits) - 1;
        var (left, right) = (number >> _halfBits, number & mask);
        for (var round = 0; round < Rounds; round++)
            (left, right) = (right, left ^ ((long)new CounterRandom(key, right, round).NextBits() & mask));
        return (left << _halfBits) | right;
    }
}
