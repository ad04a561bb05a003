using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Toybox;

namespace VideoPoet.TrainerHost.Toybox;

/// <summary>Draws the frames of a clip below its caption, and below them its masks, its depth and its flow.</summary>
internal static class TruthPicture
{
    private const int MostFrames = 9;
    private const double Farthest = 4;

    // So many pixels a frame, for 64 pixels of the shorter edge, make a flow's colour full.
    private const double FullFlow = 6, FullFlowUnit = 64;

    private static readonly byte[][] MaskColours = [[0, 0, 0], [255, 255, 255], [255, 150, 60]];

    /// <summary>Draws the picture.</summary>
    public static PixelFrames Draw(string caption, PixelFrames frames, SceneTruth truth)
    {
        var columns = Math.Min(MostFrames, frames.Count);
        int[] shown = [.. Enumerable.Range(0, columns).Select(column => columns == 1 ? 0 : column * (frames.Count - 1) / (columns - 1))];
        var area = frames.Width * frames.Height;
        var scale = FullFlow * Math.Min(frames.Width, frames.Height) / FullFlowUnit;
        return ContactSheet.Draw(
            new SheetRow(
                Row((frame, pixel) => frames.Pixels.Slice((frame * area + pixel) * PixelFrames.Channels, PixelFrames.Channels).Span), caption),
            new SheetRow(Row((frame, pixel) => MaskColours[truth.Masks.Span[frame * area + pixel]]), "masks"),
            new SheetRow(Row((frame, pixel) => Grey(1 - truth.Depth.Span[frame * area + pixel] / Farthest)), "depth: near is light"),
            new SheetRow(
                Row((frame, pixel) => Flow(truth.Flow.Span.Slice((frame * area + pixel) * 2, 2), scale)),
                "flow: red is rightwards, green is downwards"));

        PixelFrames Row(ColourOf colour)
        {
            var pixels = new byte[shown.Length * area * PixelFrames.Channels];
            for (var i = 0; i < shown.Length * area; i++)
                colour(shown[i / area], i % area).CopyTo(pixels.AsSpan(i * PixelFrames.Channels));
            return new(pixels, frames.Height, frames.Width);
        }
    }

    private delegate ReadOnlySpan<byte> ColourOf(int frame, int pixel);

    private static ReadOnlySpan<byte> Grey(double light)
    {
        var value = Byte(light);
        return new[] { value, value, value };
    }

    private static ReadOnlySpan<byte> Flow(ReadOnlySpan<float> flow, double scale) =>
        new[] { Byte(0.5 + flow[0] / scale / 2), Byte(0.5 + flow[1] / scale / 2), Byte(0.5) };

    private static byte Byte(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * byte.MaxValue);
}
