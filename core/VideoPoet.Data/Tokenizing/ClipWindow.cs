using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>A part of a file in the size and the length of a format.</summary>
/// <param name="Start">Where it begins in the file.</param>
/// <param name="Frames">The frames, 8 a second.</param>
/// <param name="Sound">The sound, exactly as long as the frames; null where it is not asked for, or the file has none.</param>
internal sealed record ClipWindow(TimeSpan Start, PixelFrames Frames, Waveform? Sound);
