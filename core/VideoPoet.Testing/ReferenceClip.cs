using VideoPoet.Core;

namespace VideoPoet.Testing;

/// <summary>A clip of noise with everything in it, the same at every call: no two places are alike, so that nothing is taken for another.</summary>
internal static class ReferenceClip
{
    private const int Seed = 20231221;

    /// <summary>A clip with text, frames and sound.</summary>
    public static Clip Of(VideoFormat format)
    {
        var random = new Random(Seed);
        var pixels = new byte[format.Frames * format.Height * format.Width * PixelFrames.Channels];
        random.NextBytes(pixels);
        var samples = new float[format.Samples];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = random.NextSingle() * 2 - 1;
        return new() { Text = "a ball rolls to the left", Frames = new(pixels, format.Height, format.Width), Sound = new(samples) };
    }

    /// <summary>What a request would supply for a view whose clip is the given one: nothing but the view's role.</summary>
    public static Clip Supply(ClipView view, Clip clip) => view.Role switch
    {
        MediaRole.Prompt => new() { Text = clip.Text },
        MediaRole.FirstFrame => new() { Frames = clip.Frames!.Leading(1) },
        MediaRole.Video => new() { Frames = clip.Frames!.Leading(view.LeadingFrames ?? clip.Frames.Count) },
        MediaRole.Sound => new() { Sound = view.LeadingFrames is { } frames ? clip.Sound!.Leading(SamplesOf(frames)) : clip.Sound },
        _ => throw new ArgumentException($"a view cannot be of {view.Role} alone.", nameof(view)),
    };

    private static int SamplesOf(int frames) => frames * VideoFormat.SampleRateHz / VideoFormat.FramesPerSecond;
}
