namespace VideoPoet.Core;

/// <summary>The clips of a data source, by number; several threads may ask at once, and every answer is always the same.</summary>
public interface IClipList
{
    /// <summary>How many clips there are, at least 1.</summary>
    int Count { get; }

    /// <summary>What is known of a clip without making it.</summary>
    /// <param name="index">Its number, from 0 to below <see cref="Count"/>.</param>
    SourceClip Describe(int index);

    /// <summary>The frames of a whole clip: its duration times the rate, rounded, and at least one.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="framesPerSecond">The rate, above 0.</param>
    PixelFrames ReadFrames(int index, int width, int height, double framesPerSecond);

    /// <summary>The sound of a whole clip, as long as the clip is; null when it has none.</summary>
    /// <param name="index">Its number.</param>
    Waveform? ReadSound(int index);
}
