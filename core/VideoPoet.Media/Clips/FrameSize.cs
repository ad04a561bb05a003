using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>The size of a picture.</summary>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
public readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>Columns times rows.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Checks that frames have this size.</summary>
    /// <param name="frames">The frames.</param>
    /// <exception cref="ArgumentException">They have another.</exception>
    internal void CheckFits(PixelFrames frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if ((frames.Width, frames.Height) != (Width, Height))
            throw new ArgumentException($"frames of {this} were said to come, found {frames.Width}×{frames.Height}.", nameof(frames));
    }

    /// <summary>Such as <c>128×224</c>.</summary>
    public override string ToString() => $"{Width}×{Height}";
}
