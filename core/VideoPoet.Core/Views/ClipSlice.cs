namespace VideoPoet.Core;

/// <summary>Takes the leading part that a view covers from a clip.</summary>
internal static class ClipSlice
{
    /// <summary>The part of the clip's text, frames or sound that the view covers, alone.</summary>
    /// <exception cref="ArgumentException">The clip has no such part.</exception>
    public static Clip Take(ClipView view, Clip clip) => view.Modality switch
    {
        Modality.Text => new() { Text = clip.Text ?? throw Missing(view, "text") },
        Modality.Visual => new() { Frames = Leading(clip.Frames ?? throw Missing(view, "frames"), view) },
        Modality.Audio => new() { Sound = Leading(clip.Sound ?? throw Missing(view, "sound"), view) },
        _ => throw new ArgumentException($"a view cannot yield {view.Modality}.", nameof(view)),
    };

    private static PixelFrames Leading(PixelFrames frames, ClipView view) =>
        view.LeadingFrames is not { } count ? frames
        : count <= frames.Count ? frames.Leading(count)
        : throw new ArgumentException($"the view '{view.Name}' needs {count} frames, and the clip has {frames.Count}.");

    private static Waveform Leading(Waveform sound, ClipView view)
    {
        if (view.LeadingFrames is not { } frames)
            return sound;
        var samples = VideoFormat.AudioFramesOf(frames) * VideoFormat.SampleStride;
        return samples <= sound.Samples.Length
            ? sound.Leading(samples)
            : throw new ArgumentException($"the view '{view.Name}' needs {samples} samples of sound, and the clip has {sound.Samples.Length}.");
    }

    private static ArgumentException Missing(ClipView view, string what) =>
        new($"the view '{view.Name}' needs {what}, and the clip has none.");
}
