using VideoPoet.Core;

namespace VideoPoet.Models.FlowDepth;

/// <summary>Flow and depth as frames of pixels, which a video tokenizer takes.</summary>
/// <remarks>
/// Red is the flow to the right and green the flow down, each 128 where nothing moves, and 1 or 255 where it moves by an eighth of the shorter edge
/// or more a frame. Blue is the inverse depth: 255 for the nearest, half as much for what is twice as far away.
/// </remarks>
public static class FlowDepthPixels
{
    private const double Still = 128, Largest = 127;

    private const double EdgePart = 8;

    /// <summary>Draws maps.</summary>
    /// <param name="maps">The maps.</param>
    /// <param name="height">Their rows.</param>
    /// <param name="width">Their columns.</param>
    public static PixelFrames Of(FlowDepthMaps maps, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(maps);
        var largest = Math.Min(width, height) / EdgePart;
        var flow = maps.Flow.Span;
        var inverseDepth = maps.InverseDepth.Span;
        var pixels = new byte[inverseDepth.Length * PixelFrames.Channels];
        for (var i = 0; i < inverseDepth.Length; i++)
        {
            var pixel = pixels.AsSpan(i * PixelFrames.Channels, PixelFrames.Channels);
            pixel[0] = OfFlow(flow[2 * i] / largest);
            pixel[1] = OfFlow(flow[2 * i + 1] / largest);
            pixel[2] = (byte)Math.Round(Math.Clamp(inverseDepth[i], 0, 1) * byte.MaxValue);
        }
        return new(pixels, height, width);
    }

    private static byte OfFlow(double part) => (byte)(Still + Math.Round(Math.Clamp(part, -1, 1) * Largest));
}
