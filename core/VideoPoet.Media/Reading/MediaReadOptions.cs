using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Which part of a file is read, and what becomes of it.</summary>
public sealed record MediaReadOptions
{
    /// <summary>Where the part begins.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>How long the part is; null until the end. The number of frames is this times the rate, rounded.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The rate of the frames, which are repeated or left out for it; null keeps the file's.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>The size of the frames, reached by bicubic interpolation; null keeps the file's, with square pixels.</summary>
    public FrameSize? Size { get; init; }

    /// <summary>How frames of another aspect ratio come into <see cref="Size"/>.</summary>
    public Fit Fit { get; init; }

    /// <summary>The rate of the samples, of all channels mixed into one.</summary>
    public int SampleRateHz { get; init; } = VideoFormat.SampleRateHz;

    /// <summary>What happens when the file ends before <see cref="Duration"/>.</summary>
    public Ending Ending { get; init; }

    /// <summary>How much the file may ask for.</summary>
    public MediaLimits Limits { get; init; } = MediaLimits.Default;

    /// <summary>What a model of a format takes: its size, its duration, 8 frames a second and sound at 16 kHz.</summary>
    /// <param name="format">The format.</param>
    public static MediaReadOptions For(VideoFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return new() { Duration = format.Duration, FramesPerSecond = VideoFormat.FramesPerSecond, Size = new(format.Width, format.Height) };
    }

    /// <summary>Checks the values.</summary>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal MediaReadOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Start, TimeSpan.Zero);
        if (Duration is { } duration)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero, nameof(Duration));
        if (FramesPerSecond is { } rate)
            FrameRate.Check(rate);
        if (Size is { } size)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size.Width, 1, nameof(Size));
            ArgumentOutOfRangeException.ThrowIfLessThan(size.Height, 1, nameof(Size));
        }
        SampleRate.Check(SampleRateHz);
        return this;
    }
}
