using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>What a training step of the tokenizer computes from a batch of sounds.</summary>
/// <param name="Waveform">The decoded sounds, [batch, 1, samples].</param>
/// <param name="Codes">[batch, trained levels, frames], also of levels that were dropped.</param>
/// <param name="Commitment">How far the latents are from their codewords; one number to be minimised.</param>
public sealed record SoundStreamReconstruction(Tensor Waveform, Tensor Codes, Tensor Commitment);
