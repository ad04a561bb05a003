namespace VideoPoet.Training;

/// <summary>The seed that libtorch's random numbers of one step follow from.</summary>
internal static class StepSeed
{
    /// <summary>A number that neighbouring steps and seeds do not share: the output function of SplitMix64 over both.</summary>
    public static long Of(long seed, long step)
    {
        unchecked
        {
            var state = Mix((ulong)seed + 0x9E3779B97F4A7C15) + (ulong)step * 0x9E3779B97F4A7C15;
            return (long)(Mix(state) >> 1);
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
