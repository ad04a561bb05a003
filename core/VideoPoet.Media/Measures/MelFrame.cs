using System.Numerics;
using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>The logarithms of the mel magnitudes of one Hann window.</summary>
internal sealed class MelFrame
{
    private const double Floor = 1e-4; // silence has no logarithm, and what is not heard should not count

    private readonly int window;
    private readonly double[] hann;
    private readonly float[] triangles;
    private readonly Complex[] spectrum;
    private readonly Complex[] turns;
    private readonly double[] magnitudes;

    /// <summary>Prepares a window.</summary>
    /// <param name="window">The samples, a power of two.</param>
    /// <param name="bands">The number of bands.</param>
    /// <param name="sampleRateHz">Samples a second.</param>
    public MelFrame(int window, int bands, int sampleRateHz)
    {
        this.window = window;
        // Its sum is window / 2, of which a tone's two frequencies share one half each: a full-scale tone shall have magnitude 1.
        hann = [.. Enumerable.Range(0, window).Select(i => (2 - 2 * Math.Cos(2 * Math.PI * i / window)) / window)];
        triangles = MelBands.Triangles(bands, window, sampleRateHz);
        spectrum = new Complex[window];
        magnitudes = new double[window / 2 + 1];
        turns = [.. Enumerable.Range(0, window / 2).Select(i => Complex.FromPolarCoordinates(1, -2 * Math.PI * i / window))];
    }

    /// <summary>Measures samples.</summary>
    /// <param name="samples">As many as the window has.</param>
    /// <param name="bands">The natural logarithm of each band's magnitude.</param>
    public void Logarithms(ReadOnlySpan<float> samples, Span<double> bands)
    {
        Transform(samples);
        for (var bin = 0; bin < magnitudes.Length; bin++)
            magnitudes[bin] = spectrum[bin].Magnitude;
        for (var band = 0; band < bands.Length; band++)
        {
            double sum = 0;
            for (var bin = 0; bin < magnitudes.Length; bin++)
                sum += triangles[band * magnitudes.Length + bin] * magnitudes[bin];
            bands[band] = Math.Log(Math.Max(sum, Floor));
        }
    }

    // The fast Fourier transform of Cooley and Tukey, in place.
    private void Transform(ReadOnlySpan<float> samples)
    {
        var bits = BitOperations.Log2((uint)window);
        for (var i = 0; i < window; i++)
            spectrum[Reversed(i, bits)] = samples[i] * hann[i];
        for (var half = 1; half < window; half *= 2)
        {
            for (var start = 0; start < window; start += 2 * half)
            {
                for (var k = 0; k < half; k++)
                {
                    var even = spectrum[start + k];
                    var odd = spectrum[start + k + half] * turns[k * (window / (2 * half))];
                    (spectrum[start + k], spectrum[start + k + half]) = (even + odd, even - odd);
                }
            }
        }
    }

    private static int Reversed(int number, int bits)
    {
        var reversed = 0;
        for (var bit = 0; bit < bits; bit++)
            reversed |= (number >> bit & 1) << (bits - 1 - bit);
        return reversed;
    }
}
