using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>The loss of one batch and what it is made of, scalars; only the total has weights.</summary>
/// <param name="Total">The weighted sum.</param>
/// <param name="Reconstruction">The difference of pixels.</param>
/// <param name="Codes">The terms of the codes.</param>
/// <param name="Perceptual">The difference of features; null where it has no weight.</param>
public sealed record TokenizerLoss(Tensor Total, Tensor Reconstruction, QuantizerTerms Codes, Tensor? Perceptual)
{
    internal void MoveToOuterDisposeScope()
    {
        foreach (var tensor in new[] { Total, Reconstruction, Codes.SampleEntropy, Codes.BatchEntropy, Codes.Commitment, Perceptual })
            tensor?.MoveToOuterDisposeScope();
    }
}
