namespace VideoPoet.Media;

/// <summary>The sound of a file.</summary>
/// <param name="Codec">ffmpeg's name of the codec, such as <c>aac</c>.</param>
/// <param name="SampleRateHz">Samples a second of each channel.</param>
/// <param name="Channels">The number of channels.</param>
public sealed record SoundStreamInfo(string Codec, int SampleRateHz, int Channels)
{
    /// <summary>The place among the streams of the file.</summary>
    internal int Index { get; init; }
}
