using VideoPoet.Core;
using VideoPoet.Inference.Decoding;

namespace VideoPoet.Inference;

/// <summary>A sequence of tokens that was decoded.</summary>
/// <param name="Layout">What every position holds.</param>
/// <param name="Ids">One id a position, prefix included; text positions hold placeholders.</param>
/// <param name="LatentFrames">What came of each latent frame that was decoded, among it whether it has collapsed.</param>
public sealed record GeneratedTokens(SequenceLayout Layout, ValueList<int> Ids, ValueList<LatentFrameReport> LatentFrames);
