using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>What one discriminator makes of a batch of sounds.</summary>
/// <param name="Logits">[batch, 1, …]: above 0 where a sound seems real.</param>
/// <param name="Features">The outputs of all layers but the last, in order.</param>
public sealed record DiscriminatorOutput(Tensor Logits, IReadOnlyList<Tensor> Features);
