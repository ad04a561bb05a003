using TorchSharp.Modules;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel;

/// <summary>The output layer: rows of weights, one an id, or one for each value of the halves of visual codes.</summary>
/// <param name="rows">Which rows stand for which ids.</param>
/// <param name="weight">Gives [rows, width]: the token embedding when tied. Asked for anew, for modules replace parameters when they move.</param>
/// <param name="second">What the second halves of codes are predicted from; null when codes are whole.</param>
internal sealed class OutputHead(TokenRows rows, Func<Parameter> weight, Network.SecondHalf? second)
{
    /// <summary>Which rows stand for which ids.</summary>
    public TokenRows Rows => rows;

    /// <summary>The weights: [rows, width].</summary>
    public Parameter Weight => weight();

    /// <summary>The logits of rows: [states, rows].</summary>
    /// <param name="states">[states, width]</param>
    /// <param name="range">The rows; only they are read.</param>
    public Tensor Logits(Tensor states, IdRange range)
    {
        using var part = Weight.narrow(0, range.Start, range.Count);
        return nn.functional.linear(states, part);
    }

    /// <summary>The states that predict the low halves of codes, given the high ones: [states, width].</summary>
    /// <param name="states">[states, width]</param>
    /// <param name="high">int64 [states]</param>
    /// <exception cref="InvalidOperationException">Codes are whole.</exception>
    public Tensor SecondStates(Tensor states, Tensor high) =>
        (second ?? throw new InvalidOperationException("visual codes are whole here.")).call(states, high);
}
