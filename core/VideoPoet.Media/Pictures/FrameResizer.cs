using OpenCvSharp;
using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Resizes frames in memory; <see cref="MediaReader"/> does it while it reads.</summary>
public static class FrameResizer
{
    /// <summary>Resizes every frame: larger by bicubic interpolation, smaller by the mean of what falls together.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="size">The size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public static PixelFrames Resize(PixelFrames frames, FrameSize size)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Width, 1, nameof(size));
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Height, 1, nameof(size));
        var interpolation = size.Width < frames.Width && size.Height < frames.Height ? InterpolationFlags.Area : InterpolationFlags.Cubic;
        var frameBytes = checked((int)(size.Pixels * PixelFrames.Channels));
        var pixels = new byte[checked(frames.Count * frameBytes)];
        using var resized = new Mat();
        for (var frame = 0; frame < frames.Count; frame++)
        {
            using var mat = PictureMats.Of(frames, frame);
            Cv2.Resize(mat, resized, new Size(size.Width, size.Height), 0, 0, interpolation);
            PictureMats.Copy(resized, pixels.AsSpan(frame * frameBytes, frameBytes));
        }
        return new(pixels, size.Height, size.Width);
    }
}
