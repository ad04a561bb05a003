using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>The losses between a tokenizer and its discriminators (SoundStream §III-E); each is one number to be minimised.</summary>
public static class AdversarialLoss
{
    /// <summary>The hinge loss of the discriminators: real sounds above 1, decoded ones below −1.</summary>
    /// <param name="real">The outputs for real sounds.</param>
    /// <param name="decoded">The outputs for decoded sounds, which were detached.</param>
    public static Tensor Discriminator(IReadOnlyList<DiscriminatorOutput> real, IReadOnlyList<DiscriminatorOutput> decoded) =>
        Mean(real.Zip(decoded, (r, d) => (1 - r.Logits).relu().mean() + (1 + d.Logits).relu().mean()));

    /// <summary>The hinge loss of the tokenizer: decoded sounds above 1.</summary>
    /// <param name="decoded">The outputs for decoded sounds.</param>
    public static Tensor Generator(IReadOnlyList<DiscriminatorOutput> decoded) => Mean(decoded.Select(d => (1 - d.Logits).relu().mean()));

    /// <summary>How far apart the discriminators' features are: the mean absolute difference of each layer, and the mean over layers.</summary>
    /// <param name="real">The outputs for real sounds; no gradient flows to them.</param>
    /// <param name="decoded">The outputs for decoded sounds.</param>
    public static Tensor Features(IReadOnlyList<DiscriminatorOutput> real, IReadOnlyList<DiscriminatorOutput> decoded) =>
        Mean(real.Zip(decoded).SelectMany(pair => pair.First.Features.Zip(pair.Second.Features, (r, d) => (r.detach() - d).abs().mean())));

    private static Tensor Mean(IEnumerable<Tensor> losses)
    {
        using var scope = NewDisposeScope();
        return stack(losses).mean().MoveToOuterDisposeScope();
    }
}
