using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>
/// An endless sequence of choices in which each comes as often as it should in every stretch, and not only on average. The choice at a place, and
/// how often each was made before it, are computed without going through what lies before.
/// </summary>
/// <remarks>
/// Place n gets a number u(n) in [0, 1), and the choice is the one in whose part of [0, 1) it lies. Of each 16 numbers that follow one another
/// (from a multiple of 16) exactly one lies in each sixteenth, in an order that is drawn anew each time; the numbers within one sixteenth are such a
/// sequence again. So each u(n) alone is uniform, and of 16ᵏ numbers one lies in each of 16ᵏ strata: the van der Corput sequence (Niederreiter,
/// 1992, §3.1) in base 16, with its digits and its order scrambled. Counts err by a few, where independent draws err by a multiple of √n.
/// </remarks>
internal sealed class StratifiedSequence
{
    private const int DigitBits = 4, Digits = 15, Strata = 1 << DigitBits;
    private const long Whole = 1L << (DigitBits * Digits);

    private readonly long _key;

    // The end of each choice's part of [0, 1), in units of 2⁻⁶⁰.
    private readonly long[] _ends;

    /// <summary>Plans a sequence.</summary>
    /// <param name="key">What it follows from.</param>
    /// <param name="weights">How often each choice is made, relative to the others; at least one is greater than 0.</param>
    public StratifiedSequence(long key, IReadOnlyList<double> weights)
    {
        _key = key;
        var all = weights.Sum();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(all, nameof(weights));
        var sum = 0.0;
        _ends = [.. weights.Select(weight => (long)Math.Round((sum += weight) / all * Whole))];
        // Rounding must not leave numbers to choices without weight.
        var last = weights.Count - 1;
        while (weights[last] <= 0)
            last--;
        Array.Fill(_ends, Whole, last, _ends.Length - last);
    }

    /// <summary>The choice at a place.</summary>
    /// <param name="place">The place, from 0.</param>
    public int At(long place)
    {
        Span<int> order = stackalloc int[Strata];
        var (key, low, width) = (_key, 0L, Whole);
        while (true)
        {
            Order(key, place >> DigitBits, order);
            var stratum = order[(int)(place & (Strata - 1))];
            width >>= DigitBits;
            low += stratum * width;
            var choice = ChoiceOf(low);
            if (low + width <= _ends[choice])
                return choice;
            (key, place) = (KeyWithin(key, stratum), place >> DigitBits);
        }
    }

    /// <summary>How often each choice was made before a place.</summary>
    /// <param name="place">The place, from 0.</param>
    public long[] Before(long place)
    {
        var counts = Array.ConvertAll(_ends, end => Below(end, place));
        for (var choice = counts.Length - 1; choice > 0; choice--)
            counts[choice] -= counts[choice - 1];
        return counts;
    }

    // How many of the first numbers are below a bound. All but those in the bound's own stratum are counted by their strata; those in it are a
    // sequence of their own.
    private long Below(long bound, long count)
    {
        if (bound == Whole)
            return count;
        Span<int> order = stackalloc int[Strata];
        var (key, below) = (_key, 0L);
        for (var shift = DigitBits * (Digits - 1); count > 0 && bound > 0; shift -= DigitBits)
        {
            var stratum = (int)(bound >> shift);
            var (rounds, rest) = (count >> DigitBits, (int)(count & (Strata - 1)));
            Order(key, rounds, order);
            below += rounds * stratum;
            count = rounds;
            foreach (var other in order[..rest])
            {
                if (other < stratum)
                    below++;
                else if (other == stratum)
                    count++;
            }
            bound &= (1L << shift) - 1;
            key = KeyWithin(key, stratum);
        }
        return below;
    }

    private int ChoiceOf(long number)
    {
        var choice = 0;
        while (_ends[choice] <= number)
            choice++;
        return choice;
    }

    // In which order one round goes through the strata.
    private static void Order(long key, long round, Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var random = new CounterRandom(key, round, 0);
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = (int)random.NextBelow(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    private static long KeyWithin(long key, int stratum) => (long)new CounterRandom(key, stratum, 1).NextBits();
}
