using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>Draws the weights that training starts from: normal, with a deviation that keeps outputs of layers near 1; norms scale by 1.</summary>
internal static class InitialWeights
{
    /// <summary>Draws all weights.</summary>
    /// <param name="network">A T5 or its encoder.</param>
    /// <param name="sizes">Its sizes.</param>
    /// <param name="generator">The source of random numbers; null for the global one.</param>
    public static void Draw(nn.Module network, TextEncoderSpec sizes, Generator? generator)
    {
        using var silent = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            if (parameter.dim() == 1)
                parameter.fill_(1);
            else
                parameter.normal_(0, Deviation(name, sizes), generator);
        }
    }

    // By the layer that the weight belongs to; the queries contain the scale that attention lacks.
    private static double Deviation(string name, TextEncoderSpec sizes) => name.Split('.') switch
    {
        [.., "shared", _] => 1,
        [.., "q", _] => Math.Pow((double)sizes.Width * sizes.HeadWidth, -0.5),
        [.., "o", _] => Math.Pow((double)sizes.Heads * sizes.HeadWidth, -0.5),
        [.., "wo", _] => Math.Pow(sizes.FeedForward, -0.5),
        _ => Math.Pow(sizes.Width, -0.5),
    };
}
