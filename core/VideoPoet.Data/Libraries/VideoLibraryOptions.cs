using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>What becomes of the sources of a <see cref="VideoLibrary"/>.</summary>
public sealed record VideoLibraryOptions
{
    /// <summary>The size of the frames that are drawn.</summary>
    public required FrameSize Size { get; init; }

    /// <summary>
    /// The rates at which windows are drawn, frames a second, each as often as the others; held-out windows take the first that fits.
    /// </summary>
    public IReadOnlyList<double> FrameRates { get; init; } = [VideoFormat.FramesPerSecond];

    /// <summary>How many times larger than <see cref="Size"/> the sources are kept, so that crops can move, from 1 (no random crops) to 4.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>Whether every second window is mirrored.</summary>
    public bool Flip { get; init; }

    /// <summary>The share that training never sees: blocks all along every video, and whole images and clips of data sources.</summary>
    public Share HeldOut { get; init; } = new(0.15);

    /// <summary>
    /// The frames of the longest held-out window that is asked for. A video whose blocks are shorter at every rate serves training as a whole.
    /// </summary>
    public int HeldOutFrames { get; init; } = 17;

    /// <summary>How many sources may be bad.</summary>
    public int BadFilesLimit { get; init; } = 10;

    /// <summary>How much a source may ask for.</summary>
    public MediaLimits Limits { get; init; } = MediaLimits.Default;

    /// <summary>The size of the frames on disk.</summary>
    internal FrameSize KeptSize => new((int)Math.Ceiling(Size.Width * Margin), (int)Math.Ceiling(Size.Height * Margin));

    /// <summary>Checks the values.</summary>
    /// <returns>The options.</returns>
    internal VideoLibraryOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Size.Width, 1, nameof(Size));
        ArgumentOutOfRangeException.ThrowIfLessThan(Size.Height, 1, nameof(Size));
        if (FrameRates.Count == 0)
            throw new ArgumentException("at least one frame rate is needed.");
        if (!(Margin is >= 1 and <= 4))
            throw new ArgumentOutOfRangeException(nameof(Margin), Margin, "the margin must be from 1 to 4.");
        if (!(HeldOut.Value is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(HeldOut), HeldOut, "the share that is held out must be at least 0 and below 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(HeldOutFrames, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(BadFilesLimit);
        return this;
    }
}
