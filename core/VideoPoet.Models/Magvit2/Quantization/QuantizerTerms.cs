using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>The terms of <see cref="QuantizerLosses"/> for the latents of one batch, scalars without their weights.</summary>
/// <param name="SampleEntropy">How undecided latents are.</param>
/// <param name="BatchEntropy">How evenly codes are used.</param>
/// <param name="Commitment">How far latents are from their codes.</param>
public sealed record QuantizerTerms(Tensor SampleEntropy, Tensor BatchEntropy, Tensor Commitment);
