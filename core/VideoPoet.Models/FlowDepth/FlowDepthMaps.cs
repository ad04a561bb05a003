namespace VideoPoet.Models.FlowDepth;

/// <summary>How the pixels of a clip move and how near they are.</summary>
/// <param name="Flow">How far what a pixel shows moves until the next frame, pixels to the right and down, [frames, height, width, 2].</param>
/// <param name="InverseDepth">1 divided by the distance, where the nearest is at 1, [frames, height, width].</param>
public sealed record FlowDepthMaps(ReadOnlyMemory<float> Flow, ReadOnlyMemory<float> InverseDepth);
