namespace VideoPoet.Core;

/// <summary>Where a position lies in its clip; what does not apply is 0.</summary>
/// <param name="Modality">What the position stands for.</param>
/// <param name="Time">The latent frame, the latent audio frame, or the place in the text.</param>
/// <param name="Row">The row of a visual code.</param>
/// <param name="Column">The column of a visual code.</param>
/// <param name="Level">The level of an audio code.</param>
public readonly record struct TokenCoordinates(Modality Modality, int Time = 0, int Row = 0, int Column = 0, int Level = 0);
