using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>
/// How differently two sounds at 16 kHz sound: the mean absolute difference of the natural logarithms of mel magnitudes, in 80 bands of Hann windows
/// of 1,024 samples, one each 256 samples where a whole window fits. Sounds of any length are added part by part.
/// </summary>
/// <remarks>
/// Magnitudes are those of amplitudes, about 1 of a full-scale tone; below 10⁻⁴, which is −80 dB and not heard, they count as 10⁻⁴. A factor of e in
/// loudness, 8.7 dB, is a distance of 1.
/// </remarks>
public sealed class MelDistance
{
    private const int Window = 1_024, Hop = 256, Bands = 80;

    private readonly float[] original = new float[Window];
    private readonly float[] other = new float[Window];
    private readonly MelFrame frame = new(Window, Bands, VideoFormat.SampleRateHz);
    private int filled;
    private double sum;
    private long windows;

    /// <summary>The distance of what was added; of less than a window, that of the samples with silence behind them.</summary>
    public double Mean => windows == 0 ? Difference() : sum / windows;

    /// <summary>Compares sounds.</summary>
    /// <param name="original">The sound as it should be.</param>
    /// <param name="other">A sound of as many samples.</param>
    /// <returns>The distance.</returns>
    /// <exception cref="ArgumentException">The sounds differ in length.</exception>
    public static double Of(Waveform original, Waveform other)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(other);
        var distance = new MelDistance();
        distance.Add(original.Samples.Span, other.Samples.Span);
        return distance.Mean;
    }

    /// <summary>Adds the next samples.</summary>
    /// <param name="original">The samples as they should be.</param>
    /// <param name="other">As many samples.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public void Add(ReadOnlySpan<float> original, ReadOnlySpan<float> other)
    {
        SoundPairs.Check(original, other);
        while (!original.IsEmpty)
        {
            var taken = Math.Min(original.Length, Window - filled);
            original[..taken].CopyTo(this.original.AsSpan(filled));
            other[..taken].CopyTo(this.other.AsSpan(filled));
            original = original[taken..];
            other = other[taken..];
            filled += taken;
            if (filled == Window)
                CloseWindow();
        }
    }

    private void CloseWindow()
    {
        sum += Difference();
        windows++;
        foreach (var samples in new[] { original, other })
            samples.AsSpan(Hop).CopyTo(samples);
        filled = Window - Hop;
    }

    private double Difference()
    {
        Span<double> left = stackalloc double[Bands], right = stackalloc double[Bands];
        frame.Logarithms(original, left);
        frame.Logarithms(other, right);
        double total = 0;
        for (var band = 0; band < Bands; band++)
            total += Math.Abs(left[band] - right[band]);
        return total / Bands;
    }
}
