using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>Latents as a residual quantiser gives them back.</summary>
/// <param name="Values">[batch, width, frames]: sums of codewords; gradients pass to the latents unchanged.</param>
/// <param name="Codes">[batch, levels, frames], also of levels that were dropped.</param>
/// <param name="Commitment">
/// The squared distance of what each level quantised from its codeword: the mean over sounds and levels, dropped ones as 0.
/// </param>
/// <param name="Lessons">What codebooks are to learn, the first level first; nothing outside training.</param>
internal sealed record QuantizedLatent(Tensor Values, Tensor Codes, Tensor Commitment, IReadOnlyList<CodebookLesson> Lessons);
