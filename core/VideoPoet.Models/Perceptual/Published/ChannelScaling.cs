using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>Subtracts from each colour its mean and divides by its deviation, as a published network was trained to expect.</summary>
internal sealed class ChannelScaling(float[] means, float[] deviations)
{
    /// <summary>[batch, 3, height, width] → the same</summary>
    public Tensor Apply(Tensor frames)
    {
        using var scope = NewDisposeScope();
        return frames.sub(PerColour(means, frames)).div(PerColour(deviations, frames)).MoveToOuterDisposeScope();
    }

    private static Tensor PerColour(float[] values, Tensor frames) => tensor(values, device: frames.device).view(1, -1, 1, 1);
}
