using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Training.LanguageModels;

/// <summary>Counts the arithmetic of training as papers on scaling do: what the model needs, even if activations are computed twice.</summary>
public static class TrainingCost
{
    private const int Passes = 3; // the backward pass has two products for each one of the forward pass

    /// <summary>The floating-point operations of one sequence, forward and backward; a multiplication with its addition counts two.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="layout">The sequence.</param>
    public static double Flops(LanguageModelSpec sizes, SequenceLayout layout)
    {
        double width = sizes.Width, prefix = layout.PrefixLength, length = layout.Length;
        // Every position of the prefix sees it whole; every later one sees what is before it, and itself.
        var seen = prefix * prefix + (length - prefix) * (length + prefix + 1) / 2;
        var blocks = 2 * length * ParameterCount.NonEmbedding(sizes) + sizes.Layers * 4 * width * seen;
        return Passes * (blocks + TargetRun.Of([layout]).Sum(run => run.Length * Head(sizes, run)));
    }

    private static double Head(LanguageModelSpec sizes, TargetRun run)
    {
        double width = sizes.Width;
        if (!sizes.FactorisedCodes || run.Modality != Modality.Visual)
            return 2 * width * run.Ids.Count;
        return 2 * width * (2 * Math.Sqrt(run.Ids.Count) + 3 * sizes.FeedForward);
    }
}
