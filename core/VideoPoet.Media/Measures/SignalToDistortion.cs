using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>
/// The scale-invariant signal-to-distortion ratio of a sound against its original (Le Roux et al. 2019), both without their means:
/// 10 log₁₀(‖a·s‖² / ‖a·s − ŝ‖²) with a = ⟨ŝ, s⟩ / ‖s‖². Sounds of any length are added part by part.
/// </summary>
public sealed class SignalToDistortion
{
    private double originals, others, originalSquares, otherSquares, products;
    private long count;

    /// <summary>The ratio in dB of what was added: infinite where the sounds are multiples of each other, NaN where the original is silent.</summary>
    public double Decibels
    {
        get
        {
            var original = originalSquares - originals * originals / count;
            var other = otherSquares - others * others / count;
            var product = products - originals * others / count;
            var target = product * product / original;
            return 10 * Math.Log10(target / Math.Max(0, other - target));
        }
    }

    /// <summary>Compares sounds.</summary>
    /// <param name="original">The sound as it should be.</param>
    /// <param name="other">A sound of as many samples.</param>
    /// <returns>The ratio in dB.</returns>
    /// <exception cref="ArgumentException">The sounds differ in length.</exception>
    public static double Of(Waveform original, Waveform other)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(other);
        var ratio = new SignalToDistortion();
        ratio.Add(original.Samples.Span, other.Samples.Span);
        return ratio.Decibels;
    }

    /// <summary>Adds the next samples.</summary>
    /// <param name="original">The samples as they should be.</param>
    /// <param name="other">As many samples.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public void Add(ReadOnlySpan<float> original, ReadOnlySpan<float> other)
    {
        SoundPairs.Check(original, other);
        for (var i = 0; i < original.Length; i++)
        {
            double left = original[i], right = other[i];
            originals += left;
            others += right;
            originalSquares += left * left;
            otherSquares += right * right;
            products += left * right;
        }
        count += original.Length;
    }
}
