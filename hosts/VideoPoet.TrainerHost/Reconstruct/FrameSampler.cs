using VideoPoet.Core;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>Keeps a few frames from all over a clip of unknown length, with what became of them.</summary>
internal sealed class FrameSampler
{
    // Twice as many as are shown: when they are full, every second one goes.
    private const int Kept = 16, Shown = 8;

    private readonly List<FramePair> pairs = [];
    private long seen;
    private long stride = 1;

    /// <summary>Looks at the next frames.</summary>
    public void Add(FramePair next)
    {
        for (var i = 0; i < next.Original.Count; i++, seen++)
        {
            if (seen % stride != 0)
                continue;
            pairs.Add(new(Frame(next.Original, i), Frame(next.Decoded, i)));
            if (pairs.Count < Kept)
                continue;
            stride *= 2;
            for (var odd = pairs.Count - 1; odd > 0; odd -= 2)
                pairs.RemoveAt(odd);
        }
    }

    /// <summary>At most eight frames in order, and what became of them; null when none was seen.</summary>
    public FramePair? Chosen()
    {
        if (pairs.Count == 0)
            return null;
        var count = Math.Min(Shown, pairs.Count);
        FramePair[] chosen = [.. Enumerable.Range(0, count).Select(i => pairs[i * pairs.Count / count])];
        return new(Join(chosen.Select(pair => pair.Original)), Join(chosen.Select(pair => pair.Decoded)));
    }

    private static PixelFrames Frame(PixelFrames frames, int index)
    {
        var bytes = frames.Pixels.Length / frames.Count;
        return new(frames.Pixels.Slice(index * bytes, bytes).ToArray(), frames.Height, frames.Width);
    }

    private static PixelFrames Join(IEnumerable<PixelFrames> frames)
    {
        PixelFrames[] all = [.. frames];
        return new(all.SelectMany(frame => frame.Pixels.ToArray()).ToArray(), all[0].Height, all[0].Width);
    }
}
