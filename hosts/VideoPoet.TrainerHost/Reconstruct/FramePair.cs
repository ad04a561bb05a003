using VideoPoet.Core;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>Frames and what became of them, as many of one size.</summary>
internal sealed record FramePair(PixelFrames Original, PixelFrames Decoded);
