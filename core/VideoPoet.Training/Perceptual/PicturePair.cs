using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>Pictures changed in two ways, of which one looks less different from them.</summary>
/// <param name="Original">[batch, 3, height, width]</param>
/// <param name="Better">The one that looks less different, of the same shape.</param>
/// <param name="Worse">The other.</param>
/// <param name="Counts">1 for pictures that the question makes sense for, 0 for others, [batch].</param>
/// <param name="Question">What is asked.</param>
internal sealed record PicturePair(Tensor Original, Tensor Better, Tensor Worse, Tensor Counts, PairQuestion Question);

/// <summary>Why one change of a picture looks less different than another.</summary>
internal enum PairQuestion
{
    /// <summary>A slight change and damage, of equal squared error.</summary>
    SlightOrDamage,

    /// <summary>A slight change and grain, of equal squared error.</summary>
    SlightOrGrain,

    /// <summary>Grain and damage, of equal squared error.</summary>
    GrainOrDamage,

    /// <summary>The same change, less and more of it.</summary>
    Strength,
}
