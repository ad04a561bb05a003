using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// One look of a discriminator at real and decoded clips, from which both the tokenizer's and the discriminator's gradients are taken (MAGVIT-v2:
/// one joint step): neither network has been updated in between.
/// </summary>
/// <param name="discriminator">The discriminator, whose parameters collect gradients only from <see cref="AdversarialTerms.Discriminator"/>.</param>
/// <param name="lecam">The running averages.</param>
/// <param name="gradientPenalty">The weight of R1; 0 leaves it out.</param>
/// <param name="lecamWeight">The weight of LeCAM.</param>
public sealed class AdversarialPass(Discriminator discriminator, LecamRegularizer lecam, double gradientPenalty, double lecamWeight)
{
    /// <summary>Looks at clips.</summary>
    /// <param name="decoded">[batch, 3, frames, height, width]; gradients reach it through <see cref="AdversarialTerms.Tokenizer"/>.</param>
    /// <param name="real">The clips that were encoded, of the same shape.</param>
    public AdversarialTerms Look(Tensor decoded, Tensor real)
    {
        using var scope = NewDisposeScope();
        // A leaf: what the discriminator learns must not reach the tokenizer, and the other way round.
        var leaf = decoded.detach().to_type(ScalarType.Float32).requires_grad_();
        var decodedLogits = discriminator.call(leaf);
        var ofTokenizer = AdversarialLosses.OfTokenizer(decodedLogits);
        var slope = autograd.grad([ofTokenizer], [leaf], retain_graph: true)[0];
        // Its value is the loss, and its gradient by the decoded pixels is the one that was just taken.
        var tokenizer = decoded.sub(decoded.detach()).mul(slope).sum().add(ofTokenizer.detach());

        var pixels = gradientPenalty > 0 ? real.detach().clone().requires_grad_() : real.detach();
        var realLogits = discriminator.call(pixels);
        var penalty = gradientPenalty > 0 ? AdversarialLosses.GradientPenalty(realLogits, pixels) : zeros([], device: real.device);
        var balance = lecam.call(realLogits, decodedLogits);
        var loss = AdversarialLosses.OfDiscriminator(realLogits, decodedLogits)
            .add(penalty.mul(gradientPenalty)).add(balance.mul(lecamWeight));
        return new(
            tokenizer.MoveToOuterDisposeScope(), loss.MoveToOuterDisposeScope(), penalty.detach().MoveToOuterDisposeScope(),
            realLogits.detach().MoveToOuterDisposeScope(), decodedLogits.detach().MoveToOuterDisposeScope());
    }

    /// <summary>Moves the running averages, after the discriminator's update.</summary>
    /// <param name="terms">What the look gave.</param>
    public void Update(AdversarialTerms terms) => lecam.Update(terms.RealLogits, terms.DecodedLogits);
}
