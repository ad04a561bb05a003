using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>The clips of Toybox; each is drawn when it is asked for.</summary>
/// <param name="options">Which clips.</param>
public sealed class ToyboxClips(ToyboxOptions options) : IClipList
{
    private readonly Style[] _styles = options.Style is { } only ? [only] : Enum.GetValues<Style>();

    /// <inheritdoc/>
    public int Count => options.Clips;

    /// <summary>What a clip shows.</summary>
    /// <param name="index">Its number, from 0 to below <see cref="Count"/>.</param>
    public Scene SceneOf(int index) => SceneDraw.Draw(options.Seed, Checked(index), options.Split, options.Objects, _styles);

    /// <summary>What a clip shows, in words.</summary>
    /// <param name="index">Its number.</param>
    public string CaptionOf(int index) => Caption.Of(SceneOf(index), options.Seed, index);

    /// <inheritdoc/>
    public SourceClip Describe(int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"{options}/{Checked(index):D6}"),
        CaptionOf(index),
        string.Create(CultureInfo.InvariantCulture, $"{SceneOf(index)}; {options.Frames} frames"),
        TimeSpan.FromSeconds((double)options.Frames / VideoFormat.FramesPerSecond),
        HasSound: true);

    /// <inheritdoc/>
    public PixelFrames ReadFrames(int index, int width, int height, double framesPerSecond) => SceneRenderer.Draw(
        SceneOf(index), width, height, Math.Max(1, (int)Math.Round(options.Frames * framesPerSecond / VideoFormat.FramesPerSecond)), framesPerSecond);

    /// <inheritdoc/>
    public Waveform? ReadSound(int index) =>
        SceneSound.Play(SceneOf(index), options.Frames * (VideoFormat.SampleRateHz / VideoFormat.FramesPerSecond));

    private int Checked(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return index;
    }
}
