using TorchSharp;
using VideoPoet.Specs;
using VideoPoet.Torch;

namespace VideoPoet.Training;

/// <summary>Computes in the number format that a recipe names.</summary>
public static class ComputingPrecision
{
    /// <summary>Enters the region in which matrix products and convolutions have the format, or null when that is the format of the weights.</summary>
    /// <param name="precision">The format.</param>
    /// <param name="device">Where it is computed.</param>
    /// <returns>What leaves the region, on the same thread; a loss that is computed inside it has its softmax and sums in 32 bits.</returns>
    public static IDisposable? Enter(Precision precision, DeviceType device = DeviceType.CPU) =>
        precision == Precision.Bf16 ? TorchRuntime.Current.Autocast(device) : null;
}
