using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>Makes frames worse as a tokenizer does, to see what the judge bears.</summary>
public static class Damage
{
    private const int Channels = PixelFrames.Channels;

    // The luminance table of JPEG (ITU-T T.81, annex K), for a quality of about 30.
    private static readonly double[] Quantisers =
    [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ];

    /// <summary>A Gaussian blur.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="sigma">Its deviation, pixels, above 0.</param>
    public static PixelFrames Blur(PixelFrames frames, double sigma)
    {
        var reach = (int)Math.Ceiling(3 * sigma);
        double[] kernel = [.. Enumerable.Range(-reach, 2 * reach + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma)))];
        var sum = kernel.Sum();
        return Each(frames, plane => Along(Along(plane, frames, kernel, sum, isDown: false), frames, kernel, sum, isDown: true));
    }

    /// <summary>Half as large and back: the mean of two by two pixels, and straight lines between the means.</summary>
    /// <param name="frames">The frames.</param>
    public static PixelFrames HalveAndBack(PixelFrames frames) => Each(frames, plane =>
    {
        var (width, height) = ((frames.Width + 1) / 2, (frames.Height + 1) / 2);
        var (half, count) = (new double[width * height], new int[width * height]);
        for (var i = 0; i < plane.Length; i++)
        {
            var place = i / frames.Width / 2 * width + i % frames.Width / 2;
            half[place] += plane[i];
            count[place]++;
        }
        for (var i = 0; i < half.Length; i++)
            half[i] /= count[i];
        return [.. Enumerable.Range(0, plane.Length).Select(i =>
            Between(half, width, height, (i % frames.Width + 0.5) / 2 - 0.5, (i / frames.Width + 0.5) / 2 - 0.5))];
    });

    /// <summary>Normal noise, each pixel for itself.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="sigma">Its deviation, of 255.</param>
    /// <param name="seed">Its seed.</param>
    public static PixelFrames Noise(PixelFrames frames, double sigma, long seed)
    {
        var random = new CounterRandom(seed, 0, 0);
        return Each(frames, plane => Array.ConvertAll(plane, value =>
            value + sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble())));
    }

    /// <summary>What JPEG does at a quality of about 30: the frequencies of blocks of eight by eight pixels in few steps.</summary>
    /// <param name="frames">The frames.</param>
    public static PixelFrames Blocks(PixelFrames frames)
    {
        const double Coarser = 1.7;
        const int Edge = 8;
        var waves = new double[Edge, Edge];
        for (var k = 0; k < Edge; k++)
        {
            for (var i = 0; i < Edge; i++)
                waves[k, i] = Math.Sqrt((k == 0 ? 1.0 : 2) / Edge) * Math.Cos(Math.PI * (i + 0.5) * k / Edge);
        }
        return Each(frames, plane =>
        {
            for (var top = 0; top + Edge <= frames.Height; top += Edge)
            {
                for (var left = 0; left + Edge <= frames.Width; left += Edge)
                    Quantise(top, left);
            }
            return plane;

            void Quantise(int top, int left)
            {
                var back = new double[Edge * Edge];
                for (var wave = 0; wave < Edge * Edge; wave++)
                {
                    var (down, across) = Math.DivRem(wave, Edge);
                    var sum = 0.0;
                    for (var i = 0; i < Edge * Edge; i++)
                        sum += plane[(top + i / Edge) * frames.Width + left + i % Edge] * waves[down, i / Edge] * waves[across, i % Edge];
                    var step = Coarser * Quantisers[wave];
                    sum = Math.Round(sum / step) * step;
                    for (var i = 0; sum != 0 && i < Edge * Edge; i++)
                        back[i] += sum * waves[down, i / Edge] * waves[across, i % Edge];
                }
                for (var i = 0; i < Edge * Edge; i++)
                    plane[(top + i / Edge) * frames.Width + left + i % Edge] = back[i];
            }
        });
    }

    // Changes each channel of each frame for itself.
    private static PixelFrames Each(PixelFrames frames, Func<double[], double[]> change)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var area = frames.Width * frames.Height;
        var pixels = frames.Pixels.ToArray();
        for (var frame = 0; frame < frames.Count; frame++)
        {
            for (var channel = 0; channel < Channels; channel++)
            {
                var first = frame * area * Channels + channel;
                var changed = change([.. Enumerable.Range(0, area).Select(i => (double)pixels[first + i * Channels])]);
                for (var i = 0; i < area; i++)
                    pixels[first + i * Channels] = (byte)Math.Clamp(Math.Round(changed[i]), 0, byte.MaxValue);
            }
        }
        return new(pixels, frames.Height, frames.Width);
    }

    private static double[] Along(double[] plane, PixelFrames frames, double[] kernel, double sum, bool isDown)
    {
        var (step, count) = isDown ? (frames.Width, frames.Height) : (1, frames.Width);
        return [.. Enumerable.Range(0, plane.Length).Select(i =>
        {
            var place = isDown ? i / frames.Width : i % frames.Width;
            var value = 0.0;
            for (var k = 0; k < kernel.Length; k++)
                value += kernel[k] * plane[i + (Math.Clamp(place + k - kernel.Length / 2, 0, count - 1) - place) * step];
            return value / sum;
        })];
    }

    private static double Between(double[] plane, int width, int height, double x, double y)
    {
        var (left, top) = (Math.Clamp((int)Math.Floor(x), 0, width - 1), Math.Clamp((int)Math.Floor(y), 0, height - 1));
        var (right, bottom) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
        var (across, down) = (Math.Clamp(x - left, 0, 1), Math.Clamp(y - top, 0, 1));
        var upper = plane[top * width + left] + (plane[top * width + right] - plane[top * width + left]) * across;
        var lower = plane[bottom * width + left] + (plane[bottom * width + right] - plane[bottom * width + left]) * across;
        return upper + (lower - upper) * down;
    }
}
