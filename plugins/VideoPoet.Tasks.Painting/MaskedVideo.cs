using VideoPoet.Core;

namespace VideoPoet.Tasks.Painting;

/// <summary>The video with its masked pixels replaced, to be encoded on its own (COMMIT: MAGVIT §3.2, paper §3.1).</summary>
/// <remarks>
/// Pixels to be filled become black, save those around a given part that does not move: they repeat its nearest edge (MAGVIT's condition
/// table). A mask in the clip takes the place of the shape.
/// </remarks>
[ExportView(Name)]
public sealed class MaskedVideo : IMaskedView
{
    internal const string Name = "masked-video";

    /// <inheritdoc/>
    public Clip Apply(Clip clip, TaskParameters arguments)
    {
        var frames = FramesOf(clip);
        // What moves leaves no edge to repeat.
        var repeatEdges = SideOf(arguments) == MaskSide.Outside && ShapeOf(arguments) != MaskShape.Dynamic;
        return new() { Frames = Fill(frames, GivenOf(clip, arguments), repeatEdges) };
    }

    /// <inheritdoc/>
    public PixelFrames MaskOf(Clip clip, TaskParameters arguments)
    {
        var frames = FramesOf(clip);
        var given = GivenOf(clip, arguments);
        var mask = new byte[given.Length * PixelFrames.Channels];
        for (var i = 0; i < given.Length; i++)
        {
            if (!given[i])
                mask.AsSpan(i * PixelFrames.Channels, PixelFrames.Channels).Fill(byte.MaxValue);
        }
        return new(mask, frames.Height, frames.Width);
    }

    private static MaskShape ShapeOf(TaskParameters arguments) => arguments.Get("mask", MaskShape.Central);

    private static MaskSide SideOf(TaskParameters arguments) => arguments.Get("side", MaskSide.Inside);

    private static PixelFrames FramesOf(Clip clip) =>
        clip.Frames ?? throw new ArgumentException($"the view '{Name}' needs frames, and the clip has none.", nameof(clip));

    private static bool[] GivenOf(Clip clip, TaskParameters arguments) => clip.Mask is { } mask
        ? GivenBy(mask, FramesOf(clip))
        : GivenBy(ShapeOf(arguments), SideOf(arguments), FramesOf(clip));

    private static bool[] GivenBy(MaskShape shape, MaskSide side, PixelFrames frames)
    {
        var given = new bool[frames.Count * frames.Height * frames.Width];
        var index = 0;
        for (var frame = 0; frame < frames.Count; frame++)
        {
            var region = Region.Of(shape, side, frame, frames.Count, frames.Height, frames.Width);
            for (var row = 0; row < frames.Height; row++)
            {
                for (var column = 0; column < frames.Width; column++)
                    given[index++] = region.Contains(row, column) == (side == MaskSide.Outside);
            }
        }
        return given;
    }

    private static bool[] GivenBy(PixelFrames mask, PixelFrames frames)
    {
        if ((mask.Height, mask.Width) != (frames.Height, frames.Width) || (mask.Count != 1 && mask.Count != frames.Count))
        {
            throw new ArgumentException(
                $"the mask has {mask.Count} frames of {mask.Width}×{mask.Height} pixels; "
                + $"it must have 1 or {frames.Count} of {frames.Width}×{frames.Height}.",
                nameof(mask));
        }
        var pixels = mask.Pixels.Span;
        var maskLength = mask.Count * mask.Height * mask.Width;
        var given = new bool[frames.Count * frames.Height * frames.Width];
        for (var i = 0; i < given.Length; i++)
            given[i] = pixels[i % maskLength * PixelFrames.Channels] < 128;
        return given;
    }

    private static PixelFrames Fill(PixelFrames frames, bool[] given, bool repeatEdges)
    {
        var source = frames.Pixels.Span;
        var filled = new byte[source.Length];
        for (var frame = 0; frame < frames.Count; frame++)
        {
            var first = frame * frames.Height * frames.Width;
            var givenHere = given.AsSpan(first, frames.Height * frames.Width);
            var bounds = Bounds(givenHere, frames.Width);
            for (var row = 0; row < frames.Height; row++)
            {
                for (var column = 0; column < frames.Width; column++)
                {
                    var target = row * frames.Width + column;
                    var taken = givenHere[target] || !repeatEdges || bounds is not { } box
                        ? target
                        : Math.Clamp(row, box.Top, box.Bottom - 1) * frames.Width + Math.Clamp(column, box.Left, box.Right - 1);
                    if (givenHere[taken])
                        source.Slice(Bytes(first + taken), PixelFrames.Channels).CopyTo(filled.AsSpan(Bytes(first + target)));
                }
            }
        }
        return new(filled, frames.Height, frames.Width);

        static int Bytes(int pixels) => pixels * PixelFrames.Channels;
    }

    private static Region? Bounds(ReadOnlySpan<bool> given, int width)
    {
        Region? bounds = null;
        for (var i = 0; i < given.Length; i++)
        {
            if (!given[i])
                continue;
            var (row, column) = Math.DivRem(i, width);
            bounds = bounds is { } box
                ? new(box.Top, row + 1, Math.Min(box.Left, column), Math.Max(box.Right, column + 1))
                : new(row, row + 1, column, column + 1);
        }
        return bounds;
    }
}
