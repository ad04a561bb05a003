namespace VideoPoet.Media;

/// <summary>The rule for rates of samples.</summary>
internal static class SampleRate
{
    private const int Lowest = 1_000, Highest = 384_000;

    /// <summary>Checks a rate.</summary>
    /// <param name="sampleRateHz">The rate.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public static int Check(int sampleRateHz) => sampleRateHz is >= Lowest and <= Highest
        ? sampleRateHz
        : throw new ArgumentOutOfRangeException(nameof(sampleRateHz), sampleRateHz, $"a sample rate must be from {Lowest} to {Highest} Hz.");
}
