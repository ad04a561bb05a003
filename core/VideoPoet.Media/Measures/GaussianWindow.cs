using System.Numerics;

namespace VideoPoet.Media;

/// <summary>Weighted means over a window of 11 × 11 with deviation 1.5, at all places of a plane where it fits.</summary>
internal sealed class GaussianWindow
{
    private const int Side = 11;
    private const double Deviation = 1.5;

    private static readonly double[] Weights = CreateWeights();

    private readonly int width;
    private readonly int height;

    /// <summary>Takes the size of the planes.</summary>
    /// <exception cref="ArgumentException">The window does not fit.</exception>
    public GaussianWindow(int width, int height)
    {
        if (width < Side || height < Side)
        {
            throw new ArgumentException(
                $"structural similarity needs frames of at least {Side}×{Side} pixels, found {width}×{height}.", nameof(width));
        }
        (this.width, this.height) = (width, height);
    }

    /// <summary>The pixels of a plane.</summary>
    public int Pixels => width * height;

    /// <summary>[height, width] → [height − 10, width − 10]</summary>
    public double[] Blur(ReadOnlySpan<double> plane)
    {
        var (columns, rows) = (width - Side + 1, height - Side + 1);
        var lines = new double[height * columns];
        for (var row = 0; row < height; row++)
            Sum(plane.Slice(row * width, width), 1, lines.AsSpan(row * columns, columns));
        var result = new double[rows * columns];
        for (var row = 0; row < rows; row++)
            Sum(lines.AsSpan(row * columns), columns, result.AsSpan(row * columns, columns));
        return result;
    }

    // target[i] = Σ weight[k] · source[i + k · step]
    private static void Sum(ReadOnlySpan<double> source, int step, Span<double> target)
    {
        var i = 0;
        for (; i <= target.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            for (var k = 0; k < Side; k++)
                sum += Weights[k] * new Vector<double>(source[(i + k * step)..]);
            sum.CopyTo(target[i..]);
        }
        for (; i < target.Length; i++)
        {
            for (var k = 0; k < Side; k++)
                target[i] += Weights[k] * source[i + k * step];
        }
    }

    private static double[] CreateWeights()
    {
        double[] weights = [.. Enumerable.Range(-(Side / 2), Side).Select(offset => Math.Exp(-offset * offset / (2 * Deviation * Deviation)))];
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
