namespace VideoPoet.Models.SoundStream;

/// <summary>How the codebooks of a residual quantiser learn.</summary>
public sealed record QuantizerTraining
{
    /// <summary>How much of the moving averages stays at each step; from 0 to 1.</summary>
    public double Decay { get; init; } = 0.99;

    /// <summary>
    /// A code whose moving average of vectors a step falls below this is replaced by a vector of the batch. The published 2 supposes batches of
    /// several vectors a code; 0 replaces none.
    /// </summary>
    public double DeadBelow { get; init; } = 2;

    /// <summary>Keeps the means of rare codes from division by nothing: Laplace smoothing.</summary>
    public double Smoothing { get; init; } = 1e-5;

    /// <summary>The rounds of k-means by which codebooks start, on the first batch.</summary>
    public int StartRounds { get; init; } = 50;

    /// <summary>Whether each sound of a batch is trained with the first levels only, as many as chance says (SoundStream §III-C).</summary>
    public bool DropLevels { get; init; } = true;
}
