using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Brings frames in memory into the size and the rate that a model takes, as <see cref="MediaReader"/> does with those of a file.</summary>
public static class FrameFitter
{
    /// <summary>
    /// Takes frames at another rate, cuts off what is too wide or too high at both sides, and resizes them. Frames that fit already are not changed.
    /// </summary>
    /// <param name="video">The frames; they are not disposed.</param>
    /// <param name="size">The size.</param>
    /// <param name="count">How many frames.</param>
    /// <param name="framesPerSecond">Their rate.</param>
    /// <param name="start">Where they begin.</param>
    /// <exception cref="ArgumentException">There are too few frames.</exception>
    public static PixelFrames Fit(VideoClip video, FrameSize size, int count, double framesPerSecond, TimeSpan start = default)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var taken = Enumerable.Range(0, count)
            .Select(frame => (int)Math.Floor((start.TotalSeconds + frame / framesPerSecond) * video.FramesPerSecond + 0.5)).ToArray();
        if (taken[^1] >= video.Frames.Count)
        {
            var needed = string.Create(CultureInfo.InvariantCulture, $"{count} at {framesPerSecond:0.###} frames a second");
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"the clip has {video.Frames.Count} frames at {video.FramesPerSecond:0.###} a second, and {needed} are needed"), nameof(video));
        }
        var cropped = Crop(video.Frames, size, taken);
        return (cropped.Width, cropped.Height) == (size.Width, size.Height) ? cropped : FrameResizer.Resize(cropped, size);
    }

    private static PixelFrames Crop(PixelFrames frames, FrameSize size, int[] taken)
    {
        var isWider = (long)frames.Width * size.Height > (long)frames.Height * size.Width;
        var width = isWider ? Math.Max(1, (int)Math.Round((double)frames.Height * size.Width / size.Height)) : frames.Width;
        var height = isWider ? frames.Height : Math.Max(1, (int)Math.Round((double)frames.Width * size.Height / size.Width));
        var (left, top) = ((frames.Width - width) / 2, (frames.Height - height) / 2);
        var rowBytes = width * PixelFrames.Channels;
        var pixels = new byte[checked(taken.Length * height * rowBytes)];
        for (var frame = 0; frame < taken.Length; frame++)
        {
            for (var row = 0; row < height; row++)
            {
                var source = ((taken[frame] * frames.Height + top + row) * frames.Width + left) * PixelFrames.Channels;
                frames.Pixels.Span.Slice(source, rowBytes).CopyTo(pixels.AsSpan((frame * height + row) * rowBytes));
            }
        }
        return new(pixels, height, width);
    }
}
