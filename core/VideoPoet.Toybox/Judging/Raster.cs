using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>A picture as the judge sees it: softened, so that fine noise and hatching do not count.</summary>
internal sealed class Raster
{
    private const int Channels = 3;

    private Raster(int width, int height, float[] values) => (Width, Height, Values) = (width, height, values);

    public int Width { get; }

    public int Height { get; }

    /// <summary>From 0 to 255, [height, width, 3].</summary>
    public float[] Values { get; }

    /// <summary>The pixels of the shorter edge.</summary>
    public int Unit => Math.Min(Width, Height);

    /// <summary>Softens a frame.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="frame">Which one.</param>
    /// <param name="factor">So many rows and columns are put together first.</param>
    public static Raster Of(PixelFrames frames, int frame, int factor)
    {
        var (width, height) = (frames.Width / factor, frames.Height / factor);
        var pixels = frames.Pixels.Span[(frame * frames.Height * frames.Width * Channels)..];
        var values = new float[width * height * Channels];
        for (var row = 0; row < height * factor; row++)
        {
            for (var column = 0; column < width * factor; column++)
            {
                for (var channel = 0; channel < Channels; channel++)
                {
                    values[(row / factor * width + column / factor) * Channels + channel] +=
                        pixels[(row * frames.Width + column) * Channels + channel];
                }
            }
        }
        if (factor > 1)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] /= factor * factor;
        }
        return new(width, height, Softened(values, width, height));
    }

    /// <summary>How far two pictures are apart at a pixel.</summary>
    public float DistanceTo(Raster other, int pixel)
    {
        var at = pixel * Channels;
        var (red, green, blue) = (
            Values[at] - other.Values[at], Values[at + 1] - other.Values[at + 1], Values[at + 2] - other.Values[at + 2]);
        return MathF.Sqrt(red * red + green * green + blue * blue);
    }

    /// <summary>The colour of a pixel.</summary>
    public Rgb At(int pixel) => new(Values[pixel * Channels], Values[pixel * Channels + 1], Values[pixel * Channels + 2]);

    // A quarter, a half, a quarter, along both directions, twice: about a Gaussian of one pixel.
    private static float[] Softened(float[] values, int width, int height)
    {
        var other = new float[values.Length];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var row = 0; row < height; row++)
                Soften(values, other, row * width * Channels, Channels, width);
            for (var column = 0; column < width; column++)
                Soften(other, values, column * Channels, width * Channels, height);
        }
        return values;
    }

    private static void Soften(float[] from, float[] to, int first, int step, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (at, before, after) = (first + i * step, first + Math.Max(i - 1, 0) * step, first + Math.Min(i + 1, count - 1) * step);
            for (var channel = 0; channel < Channels; channel++)
                to[at + channel] = (from[before + channel] + 2 * from[at + channel] + from[after + channel]) / 4;
        }
    }
}
