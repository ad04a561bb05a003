using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>A sound that is not trained on.</summary>
/// <param name="Source">The name of the file.</param>
/// <param name="Sound">The sound.</param>
public sealed record SoundWindow(string Source, Waveform Sound);
