using OpenCvSharp;
using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Draws many frames as one picture.</summary>
public static class ContactSheet
{
    /// <summary>Pixels between frames and around them.</summary>
    public const int Gap = 4;

    /// <summary>Pixels that a label takes.</summary>
    public const int LabelHeight = 20;

    private const byte Background = 24;
    private const double LabelScale = 0.45;

    /// <summary>Draws the frames of one clip in order.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="columns">How many stand side by side; null makes the sheet about square.</param>
    public static PixelFrames Draw(PixelFrames frames, int? columns = null)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var perRow = columns ?? (int)Math.Ceiling(Math.Sqrt(frames.Count * (double)frames.Height / frames.Width));
        ArgumentOutOfRangeException.ThrowIfLessThan(perRow, 1, nameof(columns));
        var frameBytes = frames.Pixels.Length / frames.Count;
        var rows = new List<SheetRow>();
        for (var first = 0; first < frames.Count; first += rows[^1].Frames.Count)
        {
            var count = Math.Min(perRow, frames.Count - first);
            rows.Add(new(new PixelFrames(frames.Pixels.Slice(first * frameBytes, count * frameBytes), frames.Height, frames.Width)));
        }
        return Draw([.. rows]);
    }

    /// <summary>Draws several clips below each other, such as an original and its reconstruction.</summary>
    /// <param name="rows">The rows, at least one.</param>
    public static PixelFrames Draw(params SheetRow[] rows)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rows.Length, nameof(rows));
        var width = rows.Max(row => Gap + row.Frames.Count * (row.Frames.Width + Gap));
        var height = Gap + rows.Sum(row => HeightOf(row) + Gap);
        var sheet = new byte[checked(width * height * PixelFrames.Channels)];
        Array.Fill(sheet, Background);
        var labels = new List<(string Text, int Top)>();
        var top = Gap;
        foreach (var row in rows)
        {
            if (row.Label is { Length: > 0 } label)
                labels.Add((label, top));
            Paste(row.Frames, sheet, width, top + HeightOf(row) - row.Frames.Height);
            top += HeightOf(row) + Gap;
        }
        var picture = new PixelFrames(sheet, height, width);
        return labels.Count == 0 ? picture : Write(labels, picture);
    }

    private static int HeightOf(SheetRow row) => row.Frames.Height + (string.IsNullOrEmpty(row.Label) ? 0 : LabelHeight);

    private static void Paste(PixelFrames frames, Span<byte> sheet, int sheetWidth, int top)
    {
        var lineBytes = frames.Width * PixelFrames.Channels;
        for (var frame = 0; frame < frames.Count; frame++)
        {
            var left = Gap + frame * (frames.Width + Gap);
            for (var line = 0; line < frames.Height; line++)
            {
                var source = frames.Pixels.Span.Slice((frame * frames.Height + line) * lineBytes, lineBytes);
                source.CopyTo(sheet[(((top + line) * sheetWidth + left) * PixelFrames.Channels)..]);
            }
        }
    }

    private static PixelFrames Write(List<(string Text, int Top)> labels, PixelFrames picture)
    {
        using var mat = PictureMats.Of(picture, 0);
        foreach (var (text, top) in labels)
        {
            var baseline = new Point(Gap, top + LabelHeight - 6);
            Cv2.PutText(mat, text, baseline, HersheyFonts.HersheySimplex, LabelScale, Scalar.All(230), 1, LineTypes.AntiAlias);
        }
        var pixels = new byte[picture.Pixels.Length];
        PictureMats.Copy(mat, pixels);
        return new(pixels, picture.Height, picture.Width);
    }
}
