namespace VideoPoet.Inference;

/// <summary>Seeds that follow from others.</summary>
internal static class Seeds
{
    /// <summary>The seed of a window: another one for each, which no other sample near by has (SplitMix64, Steele et al. 2014).</summary>
    /// <param name="seed">The seed of the sample.</param>
    /// <param name="window">The window, from 0, which has the sample's own seed.</param>
    public static long OfWindow(long seed, int window)
    {
        if (window == 0)
            return seed;
        unchecked
        {
            var mixed = (ulong)seed + (ulong)window * 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (long)(mixed ^ (mixed >> 31));
        }
    }
}
