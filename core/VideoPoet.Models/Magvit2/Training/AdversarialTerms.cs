using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>What a discriminator makes of one batch.</summary>
/// <param name="Tokenizer">The tokenizer's adversarial loss, a scalar without its weight.</param>
/// <param name="Discriminator">The discriminator's whole loss, a scalar with the weights of R1 and LeCAM.</param>
/// <param name="GradientPenalty">R1, a scalar without its weight and without gradients.</param>
/// <param name="RealLogits">[batch], without gradients.</param>
/// <param name="DecodedLogits">[batch], without gradients.</param>
public sealed record AdversarialTerms(Tensor Tokenizer, Tensor Discriminator, Tensor GradientPenalty, Tensor RealLogits, Tensor DecodedLogits);
