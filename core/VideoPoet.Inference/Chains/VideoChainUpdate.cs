namespace VideoPoet.Inference;

/// <summary>A part of what a step of a chain generates.</summary>
/// <param name="Step">The number of the step, from 0.</param>
/// <param name="Title">Its name.</param>
/// <param name="Update">The part.</param>
public sealed record VideoChainUpdate(int Step, string Title, VideoGenerationUpdate Update);
