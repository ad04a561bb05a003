using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Inference.Decoding;

/// <summary>What a sequence begins with: its prefix, and what is given of its output.</summary>
/// <param name="Layout">The layout of the whole sequence.</param>
/// <param name="Ids">
/// One id a position, as <see cref="SequenceTokens.Assemble"/> gives them; those of output positions that are not given are not read.
/// </param>
/// <param name="Text">The embeddings of the text slot, float32 [1 to 64, width]; null when the layout has none. It is not disposed.</param>
public sealed record DecodingPrompt(SequenceLayout Layout, int[] Ids, Tensor? Text);
