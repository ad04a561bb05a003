using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>
/// Sees frames as maps of features. The maps are scaled so that their squared difference, summed over channels, is how different two frames look at
/// a place; <see cref="PerceptualLoss"/> averages that over the places of a map and adds the maps up.
/// </summary>
/// <remarks>A network that is loaded is frozen: gradients reach the frames and nothing else. A new one has parameters that can be trained.</remarks>
public interface IFeatureNetwork : IDisposable
{
    /// <summary>The smallest height and width of a frame, in pixels.</summary>
    int SmallestSize { get; }

    /// <summary>Computes the maps.</summary>
    /// <param name="frames">[batch, 3, height, width], RGB from −1 to 1.</param>
    /// <returns>Maps of float32, [batch, channels, rows, columns] each, from the finest to the coarsest.</returns>
    IReadOnlyList<Tensor> Extract(Tensor frames);
}
