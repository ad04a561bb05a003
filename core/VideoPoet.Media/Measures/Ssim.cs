using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>
/// The structural similarity of frames to their originals (Wang et al. 2004): a Gaussian window of 11 × 11 with deviation 1.5, K₁ = 0.01,
/// K₂ = 0.03, over the places where the whole window fits; the mean of places, of the three channels and of all frames. Clips of any length are
/// added part by part.
/// </summary>
public sealed class Ssim
{
    private const double Stabiliser1 = 0.01 * byte.MaxValue * 0.01 * byte.MaxValue, Stabiliser2 = 0.03 * byte.MaxValue * 0.03 * byte.MaxValue;

    private double sum;
    private long frames;

    /// <summary>The similarity of what was added, from −1 to 1: 1 where nothing differs, NaN before anything was added.</summary>
    public double Mean => sum / frames;

    /// <summary>Compares frames.</summary>
    /// <param name="original">The frames as they should be, at least 11 × 11.</param>
    /// <param name="other">As many frames of the same size.</param>
    /// <returns>The similarity, from −1 to 1.</returns>
    /// <exception cref="ArgumentException">The frames differ in number or size, or are smaller than the window.</exception>
    public static double Of(PixelFrames original, PixelFrames other)
    {
        var ssim = new Ssim();
        ssim.Add(original, other);
        return ssim.Mean;
    }

    /// <summary>Adds the next frames.</summary>
    /// <param name="original">The frames as they should be, at least 11 × 11.</param>
    /// <param name="other">As many frames of the same size.</param>
    /// <exception cref="ArgumentException">The frames differ in number or size, or are smaller than the window.</exception>
    public void Add(PixelFrames original, PixelFrames other)
    {
        FramePairs.Check(original, other);
        var window = new GaussianWindow(original.Width, original.Height);
        var frameBytes = original.Width * original.Height * PixelFrames.Channels;
        for (var start = 0; start < original.Pixels.Length; start += frameBytes)
        {
            var left = original.Pixels.Span.Slice(start, frameBytes);
            var right = other.Pixels.Span.Slice(start, frameBytes);
            for (var channel = 0; channel < PixelFrames.Channels; channel++)
                sum += OfPlane(left[channel..], right[channel..], window) / PixelFrames.Channels;
        }
        frames += original.Count;
    }

    private static double OfPlane(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, GaussianWindow window)
    {
        var x = new double[window.Pixels];
        var y = new double[window.Pixels];
        var squares = new double[window.Pixels];
        var products = new double[window.Pixels];
        for (var i = 0; i < window.Pixels; i++)
        {
            (x[i], y[i]) = (left[i * PixelFrames.Channels], right[i * PixelFrames.Channels]);
            (squares[i], products[i]) = (x[i] * x[i] + y[i] * y[i], x[i] * y[i]);
        }
        var (meanX, meanY, meanSquares, meanProducts) = (window.Blur(x), window.Blur(y), window.Blur(squares), window.Blur(products));
        double total = 0;
        for (var i = 0; i < meanX.Length; i++)
        {
            var means = meanX[i] * meanY[i];
            var energies = meanX[i] * meanX[i] + meanY[i] * meanY[i];
            total += (2 * means + Stabiliser1) * (2 * (meanProducts[i] - means) + Stabiliser2)
                / ((energies + Stabiliser1) * (meanSquares[i] - energies + Stabiliser2));
        }
        return total / meanX.Length;
    }
}
