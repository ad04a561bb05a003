using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Masks: white where frames are to be filled, black where they are given.</summary>
public static class Masks
{
    private const byte White = 255;
    private const int Middle = 128;

    /// <summary>Reads a mask from an image, which is one frame for all, or from a video with as many frames as the options ask for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options with which the video is read, so that both cover each other.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Frames that are black and white only.</returns>
    /// <exception cref="MediaException">The file cannot be read, or it is a video that ends too early.</exception>
    public static async Task<PixelFrames> ReadAsync(string path, MediaReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var info = await MediaReader.ProbeAsync(path, options.Limits, cancellationToken).ConfigureAwait(false);
        // An image has no time, so that it begins at none.
        using var clip = info.IsImage
            ? await MediaReader.ReadImageAsync(path, options with { Start = TimeSpan.Zero }, cancellationToken).ConfigureAwait(false)
            : await MediaReader.ReadVideoAsync(path, options, cancellationToken).ConfigureAwait(false);
        return BlackAndWhite(clip.Frames);
    }

    /// <summary>Makes every pixel white or black, whichever its brightness is nearer to.</summary>
    /// <param name="frames">The frames.</param>
    public static PixelFrames BlackAndWhite(PixelFrames frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var source = frames.Pixels.Span;
        var pixels = new byte[source.Length];
        for (var i = 0; i < pixels.Length; i += PixelFrames.Channels)
        {
            // The weights of BT.601.
            if (299 * source[i] + 587 * source[i + 1] + 114 * source[i + 2] >= 1_000 * Middle)
                pixels.AsSpan(i, PixelFrames.Channels).Fill(White);
        }
        return new(pixels, frames.Height, frames.Width);
    }

    /// <summary>A mask of one frame whose rectangle is to be filled.</summary>
    /// <param name="size">The size of the frames.</param>
    /// <param name="left">The first column of the rectangle.</param>
    /// <param name="top">The first row of the rectangle.</param>
    /// <param name="rectangle">The size of the rectangle, which lies inside the frame.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle is empty or does not lie inside the frame.</exception>
    public static PixelFrames Rectangle(FrameSize size, int left, int top, FrameSize rectangle)
    {
        if (left < 0 || top < 0 || rectangle.Width < 1 || rectangle.Height < 1
            || (long)left + rectangle.Width > size.Width || (long)top + rectangle.Height > size.Height)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rectangle), rectangle, $"a rectangle at column {left} and row {top} must lie inside {size} pixels.");
        }
        var pixels = new byte[checked((int)(size.Pixels * PixelFrames.Channels))];
        for (var row = top; row < top + rectangle.Height; row++)
            pixels.AsSpan((row * size.Width + left) * PixelFrames.Channels, rectangle.Width * PixelFrames.Channels).Fill(White);
        return new(pixels, size.Height, size.Width);
    }
}
