using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>Pictures have a border, so that they can move without an edge coming into sight.</summary>
internal static class PictureBorder
{
    public const int Pixels = FeatureNetworkRecipeSpec.Border / 2;

    /// <summary>[batch, 3, height, width] → [batch, 3, height − 8, width − 8]</summary>
    /// <param name="pictures">Pictures with their border.</param>
    /// <param name="down">Where the cut lies below the middle, from −4 to 4 pixels.</param>
    /// <param name="right">Where it lies right of the middle.</param>
    public static Tensor Cut(Tensor pictures, int down = 0, int right = 0) => pictures
        .narrow(2, Pixels + down, pictures.shape[2] - 2 * Pixels).narrow(3, Pixels + right, pictures.shape[3] - 2 * Pixels);
}
