using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Frames in memory at a constant rate; they never change.</summary>
/// <remarks>
/// A clip that was read owns pooled memory: dispose it when it is no longer needed. What was made of it without copying, such as
/// <see cref="Frames"/>, then throws <see cref="ObjectDisposedException"/>.
/// </remarks>
public sealed class VideoClip : IDisposable
{
    private readonly IDisposable? memory;

    /// <summary>Wraps frames without copying them.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="framesPerSecond">The rate, above 0, at most 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of its range.</exception>
    public VideoClip(PixelFrames frames, double framesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(frames);
        (Frames, FramesPerSecond) = (frames, FrameRate.Check(framesPerSecond));
    }

    internal VideoClip(PixelFrames frames, double framesPerSecond, IDisposable memory) : this(frames, framesPerSecond) => this.memory = memory;

    /// <summary>The pixels.</summary>
    public PixelFrames Frames { get; }

    /// <summary>The rate.</summary>
    public double FramesPerSecond { get; }

    /// <summary>Columns and rows.</summary>
    public FrameSize Size => new(Frames.Width, Frames.Height);

    /// <summary>The number of frames divided by the rate.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Frames.Count / FramesPerSecond);

    /// <summary>Gives pooled memory back.</summary>
    public void Dispose() => memory?.Dispose();
}
