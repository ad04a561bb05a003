using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>
/// Random weights by which a layer gives out about as loud as it takes in. The network has no normalisation: with the usual ones each layer
/// is softer than the one before it, until the biases drown the sound.
/// </summary>
internal static class FirstWeights
{
    // ELU halves the power of what is below zero.
    private const double Gain = 1.25;

    /// <summary>Draws a layer's weights, and makes its biases zero.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="inputs">How many products make one output.</param>
    public static void KeepLoudness(Parameter weight, Parameter bias, int inputs)
    {
        using var still = no_grad();
        nn.init.normal_(weight, 0, Gain / Math.Sqrt(inputs));
        nn.init.zeros_(bias);
    }
}
