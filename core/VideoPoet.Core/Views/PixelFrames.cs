namespace VideoPoet.Core;

/// <summary>Frames of pixels in memory: bytes of red, green and blue, [frames, height, width, 3].</summary>
public sealed class PixelFrames
{
    /// <summary>The number of colour channels.</summary>
    public const int Channels = 3;

    /// <summary>Wraps pixels without copying them.</summary>
    /// <param name="pixels">Bytes, [frames, height, width, 3].</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <exception cref="ArgumentException">The pixels are not a whole number of frames, at least one.</exception>
    public PixelFrames(ReadOnlyMemory<byte> pixels, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var frameBytes = checked(height * width * Channels);
        if (pixels.Length == 0 || pixels.Length % frameBytes != 0)
            throw new ArgumentException($"{pixels.Length} bytes are not a whole number of frames of {height}×{width}×{Channels}.", nameof(pixels));
        (Pixels, Height, Width, Count) = (pixels, height, width, pixels.Length / frameBytes);
    }

    /// <summary>The bytes, [frames, height, width, 3].</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>The number of frames.</summary>
    public int Count { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The leading frames, without copying.</summary>
    /// <param name="frames">How many, from 1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many frames.</exception>
    public PixelFrames Leading(int frames)
    {
        if (frames < 1 || frames > Count)
            throw new ArgumentOutOfRangeException(nameof(frames), frames, $"the clip has {Count} frames.");
        return new(Pixels[..(Pixels.Length / Count * frames)], Height, Width);
    }

    /// <summary>Whether other frames have the same size and the same pixels.</summary>
    /// <param name="other">The other frames.</param>
    public bool SameAs(PixelFrames? other) =>
        other is not null && (Height, Width) == (other.Height, other.Width) && Pixels.Span.SequenceEqual(other.Pixels.Span);
}
