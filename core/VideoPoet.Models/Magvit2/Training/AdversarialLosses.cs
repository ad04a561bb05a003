using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>The adversarial losses of MAGVIT: non-saturating, with a penalty on the gradient at real clips (R1, arXiv 1801.04406).</summary>
public static class AdversarialLosses
{
    /// <summary>What the tokenizer makes small: softplus(−D(decoded)).</summary>
    /// <param name="decoded">Logits of decoded clips, [batch].</param>
    /// <returns>A scalar.</returns>
    public static Tensor OfTokenizer(Tensor decoded)
    {
        using var scope = NewDisposeScope();
        return nn.functional.softplus(decoded.neg()).mean().MoveToOuterDisposeScope();
    }

    /// <summary>What the discriminator makes small: softplus(−D(real)) + softplus(D(decoded)).</summary>
    /// <param name="real">Logits of real clips, [batch].</param>
    /// <param name="decoded">Logits of decoded clips, [batch].</param>
    /// <returns>A scalar.</returns>
    public static Tensor OfDiscriminator(Tensor real, Tensor decoded)
    {
        using var scope = NewDisposeScope();
        return nn.functional.softplus(real.neg()).mean().add(nn.functional.softplus(decoded).mean()).MoveToOuterDisposeScope();
    }

    /// <summary>R1: the mean over clips of the squared length of the logit's gradient by the pixels. Its own gradient can be taken.</summary>
    /// <param name="logits">Logits of real clips, [batch].</param>
    /// <param name="pixels">The clips that they are of, [batch, 3, frames, height, width], which must require gradients.</param>
    /// <returns>A scalar, without MAGVIT's weight of 10.</returns>
    public static Tensor GradientPenalty(Tensor logits, Tensor pixels)
    {
        using var scope = NewDisposeScope();
        var gradient = autograd.grad([logits.sum()], [pixels], create_graph: true)[0];
        return gradient.square().flatten(1).sum(1).mean().MoveToOuterDisposeScope();
    }
}
