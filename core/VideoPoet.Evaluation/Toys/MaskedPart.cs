using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Toybox;

namespace VideoPoet.Evaluation;

/// <summary>What of a scene a painting task hides, and the frames in which its object is hidden for the most part.</summary>
internal sealed class MaskedPart
{
    // A scene makes a question where the object is hidden this much in this many frames: else it is seen what it is.
    private const double MostlyHidden = 0.6;
    private const int FewestFrames = 6;

    private readonly PixelFrames _mask;
    private readonly int[] _frames;

    private MaskedPart(PixelFrames mask, int[] frames) => (_mask, _frames) = (mask, frames);

    /// <summary>Looks what is hidden; null where the scene makes no question.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="generator">The model, whose catalog computes the mask.</param>
    /// <param name="task">The task.</param>
    public static MaskedPart? Of(ToyCase scene, IVideoGenerator generator, string task)
    {
        if (scene.Scene.Objects.Count != 1)
            return null;
        var catalog = generator.GetService<RequestCheck>()!.Catalog;
        var mask = catalog[task].Definition.UsedViews.Select(view => catalog.MaskOf(view, new() { Frames = scene.Frames }))
            .OfType<PixelFrames>().Single();
        var format = scene.Format;
        var shown = SceneTruth.Of(scene.Scene, format.Width, format.Height, format.Frames).Masks;
        int[] frames = [.. Enumerable.Range(0, format.Frames).Where(frame => HiddenShare(frame, shown.Span, mask) >= MostlyHidden)];
        return frames.Length >= FewestFrames ? new(mask, frames) : null;
    }

    /// <summary>The frames in which the object is hidden for the most part.</summary>
    public PixelFrames FramesOf(PixelFrames clip)
    {
        var bytes = clip.Pixels.Length / clip.Count;
        byte[] taken = [.. _frames.SelectMany(frame => clip.Pixels.Slice(frame * bytes, bytes).ToArray())];
        return new(taken, clip.Height, clip.Width);
    }

    /// <summary>Whether every pixel that is not hidden is as it was.</summary>
    public bool IsKept(PixelFrames clip, PixelFrames original)
    {
        var now = clip.Pixels.Span;
        var before = original.Pixels.Span;
        var mask = _mask.Pixels.Span;
        for (var i = 0; i < before.Length; i++)
        {
            if (mask[i] == 0 && now[i] != before[i])
                return false;
        }
        return true;
    }

    /// <summary>A clip with the pixels that are not hidden as they were.</summary>
    public PixelFrames Keep(PixelFrames clip, PixelFrames original)
    {
        var pixels = clip.Pixels.ToArray();
        for (var i = 0; i < pixels.Length; i++)
        {
            if (_mask.Pixels.Span[i] == 0)
                pixels[i] = original.Pixels.Span[i];
        }
        return new(pixels, clip.Height, clip.Width);
    }

    private static double HiddenShare(int frame, ReadOnlySpan<byte> shown, PixelFrames mask)
    {
        var area = mask.Width * mask.Height;
        var (all, hidden) = (0, 0);
        for (var pixel = frame * area; pixel < (frame + 1) * area; pixel++)
        {
            if (shown[pixel] == 0)
                continue;
            all++;
            if (mask.Pixels.Span[pixel * PixelFrames.Channels] != 0)
                hidden++;
        }
        return all == 0 ? 0 : (double)hidden / all;
    }
}
