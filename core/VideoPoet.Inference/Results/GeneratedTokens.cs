using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>A sequence of tokens that was decoded.</summary>
/// <param name="Layout">What every position holds.</param>
/// <param name="Ids">One id a position, prefix included; text positions hold placeholders.</param>
public sealed record GeneratedTokens(SequenceLayout Layout, ValueList<int> Ids);
