using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>Makes maps comparable, as LPIPS does (arXiv 1801.03924, equation 1).</summary>
internal static class FeatureMaps
{
    /// <summary>Divides the features of every place by their length, so that contrast counts no more than content.</summary>
    /// <param name="map">[batch, channels, rows, columns]</param>
    /// <param name="floor">Lengths far below it are left short rather than stretched to 1; it also keeps the gradient of the length finite.</param>
    public static Tensor UnitLength(Tensor map, double floor)
    {
        using var scope = NewDisposeScope();
        // Squares of half precision lose what small differences are made of.
        var features = map.to_type(ScalarType.Float32);
        return features.div(features.square().sum(1, keepdim: true).add(floor * floor).sqrt()).MoveToOuterDisposeScope();
    }
}
