namespace VideoPoet.Core;

/// <summary>Triangular bands on the mel scale, m = 2595 log₁₀(1 + f / 700), from 0 to half the sample rate; each peaks at 1.</summary>
public static class MelBands
{
    /// <summary>How much of each frequency is in each band.</summary>
    /// <param name="bands">The number of bands, at least 1.</param>
    /// <param name="transform">The samples of the Fourier transform, even.</param>
    /// <param name="sampleRateHz">Samples a second.</param>
    /// <returns>[bands, transform / 2 + 1], row by row.</returns>
    public static float[] Triangles(int bands, int transform, int sampleRateHz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(transform, 2);
        var highest = sampleRateHz / 2.0;
        double[] corners = [.. Enumerable.Range(0, bands + 2).Select(i => ToHertz(ToMel(highest) * i / (bands + 1)))];
        var bins = transform / 2 + 1;
        var result = new float[bands * bins];
        for (var band = 0; band < bands; band++)
        {
            var (low, peak, high) = (corners[band], corners[band + 1], corners[band + 2]);
            for (var bin = 0; bin < bins; bin++)
            {
                var frequency = highest * bin / (bins - 1);
                var height = Math.Min((frequency - low) / (peak - low), (high - frequency) / (high - peak));
                result[band * bins + bin] = (float)Math.Max(0, height);
            }
        }
        return result;
    }

    private static double ToMel(double hertz) => 2595 * Math.Log10(1 + hertz / 700);

    private static double ToHertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}
