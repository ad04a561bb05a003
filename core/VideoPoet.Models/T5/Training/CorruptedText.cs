namespace VideoPoet.Models.T5;

/// <summary>A text with gaps, and what was in the gaps.</summary>
/// <param name="Inputs">The ids that the encoder reads: the text with one sentinel for every gap, and the end.</param>
/// <param name="Targets">The ids to be predicted: for every gap its sentinel and what was in it, and the end.</param>
public sealed record CorruptedText(IReadOnlyList<int> Inputs, IReadOnlyList<int> Targets);
