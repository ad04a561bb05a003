using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel;

/// <summary>What a batch costs: the loss of its output tokens, each among the ids that its layout allows there.</summary>
/// <param name="Sum">
/// A number with gradients: the sum of the tokens' losses, in nats, with what the options add. Divide it by the count of all batches of an update, on
/// all processes.
/// </param>
/// <param name="Count">The tokens that are learnt, see <see cref="TargetRun"/>.</param>
/// <param name="Tokens">
/// float32 [batch, length] without gradients: the cross-entropy of the token at each position that is learnt, without what the options add; 0
/// elsewhere.
/// </param>
public sealed record OutputLoss(Tensor Sum, long Count, Tensor Tokens) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Sum.Dispose();
        Tokens.Dispose();
    }
}
