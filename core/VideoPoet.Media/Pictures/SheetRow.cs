using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>A row of a contact sheet.</summary>
/// <param name="Frames">The frames, from left to right.</param>
/// <param name="Label">What stands above them, in ASCII; null for nothing.</param>
public sealed record SheetRow(PixelFrames Frames, string? Label = null);
