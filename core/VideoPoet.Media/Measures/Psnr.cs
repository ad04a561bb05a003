using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>
/// The peak signal-to-noise ratio of frames against their originals: 10 log₁₀(255² / mean squared error), the mean over all frames, pixels and
/// channels together. Clips of any length are added part by part.
/// </summary>
public sealed class Psnr
{
    private double squares;
    private long values;

    /// <summary>The ratio in dB of what was added: infinite where nothing differs, NaN before anything was added.</summary>
    public double Decibels => 10 * Math.Log10(byte.MaxValue * (double)byte.MaxValue / (squares / values));

    /// <summary>Compares frames.</summary>
    /// <param name="original">The frames as they should be.</param>
    /// <param name="other">As many frames of the same size.</param>
    /// <returns>The ratio in dB.</returns>
    /// <exception cref="ArgumentException">The frames differ in number or size.</exception>
    public static double Of(PixelFrames original, PixelFrames other)
    {
        var psnr = new Psnr();
        psnr.Add(original, other);
        return psnr.Decibels;
    }

    /// <summary>Adds the next frames.</summary>
    /// <param name="original">The frames as they should be.</param>
    /// <param name="other">As many frames of the same size.</param>
    /// <exception cref="ArgumentException">The frames differ in number or size.</exception>
    public void Add(PixelFrames original, PixelFrames other)
    {
        FramePairs.Check(original, other);
        var left = original.Pixels.Span;
        var right = other.Pixels.Span;
        long sum = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var difference = left[i] - right[i];
            sum += difference * difference;
        }
        squares += sum;
        values += left.Length;
    }
}
