namespace VideoPoet.Data;

/// <summary>What is known of a decoded video or image.</summary>
/// <param name="IsImage">Whether it is a still image, which has one frame at every rate, kept once.</param>
/// <param name="FramesPerSecond">The rate that the file has itself.</param>
/// <param name="Frames">How many frames there are at each rate, which lie one rate after another.</param>
internal sealed record VideoFacts(bool IsImage, double FramesPerSecond, IReadOnlyList<int> Frames);
