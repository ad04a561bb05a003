using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Training;

/// <summary>The loss of a batch of sounds, and the terms of which it is the weighted sum.</summary>
/// <param name="Total">The loss.</param>
/// <param name="Mel">The difference of mel spectrograms.</param>
/// <param name="Wave">The mean absolute difference of samples.</param>
/// <param name="Commitment">How far the latents are from their codewords; null when nothing was quantised.</param>
/// <param name="Adversarial">How far the discriminators are from being deceived; null without discriminators.</param>
/// <param name="Features">The difference of the discriminators' features; null without discriminators.</param>
public sealed record SoundLoss(Tensor Total, Tensor Mel, Tensor Wave, Tensor? Commitment, Tensor? Adversarial, Tensor? Features);
