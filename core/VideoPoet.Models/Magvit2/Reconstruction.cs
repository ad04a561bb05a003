using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>What a tokenizer makes of a clip in training.</summary>
/// <param name="Pixels">The decoded frames, [batch, 3, frames, height, width], around −1…1 and not clamped.</param>
/// <param name="Latents">What was quantised, [batch, bits, latent frames, rows, columns].</param>
public sealed record Reconstruction(Tensor Pixels, Tensor Latents);
