using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel;

/// <summary>Draws the weights that training starts from.</summary>
internal static class InitialWeights
{
    private const double Deviation = 0.02;

    /// <summary>Draws all weights.</summary>
    /// <param name="model">The model.</param>
    /// <param name="generator">The source of random numbers; null for the global one.</param>
    public static void Draw(PrefixLanguageModel model, Generator? generator)
    {
        using var silent = no_grad();
        // As in GPT-2: the residual stream adds up two outputs a block.
        var ofOutputs = Deviation / Math.Sqrt(2.0 * model.Sizes.Layers);
        foreach (var (name, parameter) in model.named_parameters())
        {
            switch (name.Split('.'))
            {
                case [.., "bias"]:
                    parameter.zero_();
                    break;
                case [.., "wo" or "w_down", _]:
                    parameter.normal_(0, ofOutputs, generator);
                    break;
                case ["second_half", "high", _]:
                    parameter.normal_(0, 1, generator); // it is added to normed states
                    break;
                case var _ when parameter.dim() == 1:
                    parameter.fill_(1);
                    break;
                default:
                    parameter.normal_(0, Deviation, generator);
                    break;
            }
        }
    }
}
