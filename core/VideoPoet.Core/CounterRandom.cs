namespace VideoPoet.Core;

/// <summary>Random numbers that depend on nothing but a seed, a step and an item: the same on every machine, and no state to save.</summary>
/// <remarks>
/// The three numbers are mixed into the start of a SplitMix64 sequence (Steele, Lea and Flood, OOPSLA 2014), so that neighbouring steps and items
/// have nothing in common.
/// </remarks>
/// <param name="seed">The seed of the run.</param>
/// <param name="step">The step.</param>
/// <param name="item">The place within the step's batch.</param>
public sealed class CounterRandom(long seed, long step, int item)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(Mix(Mix((ulong)seed + Increment) ^ (ulong)step) + Increment ^ (uint)item);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        _state += Increment;
        return Mix(_state);
    }

    /// <summary>A number from 0, included, to 1, excluded.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below a bound.</summary>
    /// <param name="bound">The bound, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public long NextBelow(long bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        // The high half of the product: its bias is at most bound / 2⁶⁴.
        return (long)Math.BigMul(NextBits(), (ulong)bound, out _);
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
