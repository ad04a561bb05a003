using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>A part of a video that is not trained on.</summary>
/// <param name="Source">The name of the file.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="FramesPerSecond">The rate of the frames.</param>
/// <param name="Frames">The frames.</param>
public sealed record VideoWindow(string Source, TimeSpan Start, double FramesPerSecond, PixelFrames Frames);
