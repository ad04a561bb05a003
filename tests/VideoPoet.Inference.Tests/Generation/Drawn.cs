using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Inference.Tests.Generation;

/// <summary>Pictures and sounds that no other test could mistake for its own.</summary>
internal static class Drawn
{
    /// <summary>Frames of noise.</summary>
    public static VideoClip Video(int frames, int width = 16, int height = 16, int seed = 1)
    {
        var pixels = new byte[frames * height * width * PixelFrames.Channels];
        new Random(seed).NextBytes(pixels);
        return new(new PixelFrames(pixels, height, width), VideoFormat.FramesPerSecond);
    }

    /// <summary>A tone.</summary>
    public static AudioClip Sound(int samples) =>
        new(Enumerable.Range(0, samples).Select(i => 0.5f * MathF.Sin(i * 0.17f)).ToArray(), VideoFormat.SampleRateHz);
}
