using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>How the codebooks of an audio tokenizer learn; the defaults are SoundStream's.</summary>
public sealed record AudioQuantizerSpec
{
    /// <summary>How much of the moving averages of a code stays at each step.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Decay { get; init; } = 0.99;

    /// <summary>A code whose moving average of vectors a step falls below this is replaced by a vector of the batch; 0 replaces none.</summary>
    [Range(0.0, 1_000_000.0)]
    public double DeadBelow { get; init; } = 2;

    /// <summary>Whether each sound of a batch is trained with the first levels only, as many as chance says.</summary>
    public bool DropLevels { get; init; } = true;

    /// <summary>The share of all steps after which latents are quantised; before it the decoder reads them as they are.</summary>
    [Range(0.0, 1.0)]
    public Share From { get; init; } = new(0);
}
