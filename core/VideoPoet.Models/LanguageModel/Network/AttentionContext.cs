using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>What attention knows of the sequences of a batch beside their states; all layers share it.</summary>
/// <param name="PrefixLength">The leading positions that see one another.</param>
/// <param name="Queries">The rotary factors of queries, see <see cref="Rotation.Factors"/>; the scale of attention is in them.</param>
/// <param name="Keys">The rotary factors of keys.</param>
/// <param name="Padding">What hides padding in slots for text; null where there is none.</param>
internal sealed record AttentionContext(int PrefixLength, Tensor Queries, Tensor Keys, TextPadding? Padding)
{
    /// <summary>The context of whole sequences, of which a gap is left out.</summary>
    /// <param name="batch">The sequences.</param>
    /// <param name="gap">Positions that are padding in all of them.</param>
    /// <param name="headWidth">The width of a head.</param>
    /// <param name="rotaryBase">The base of the rotary frequencies.</param>
    /// <param name="device">Where the model lives.</param>
    public static AttentionContext Of(SequenceBatch batch, PaddingGap gap, int headWidth, double rotaryBase, Device device) => new(
        batch.PrefixLength - gap.Length,
        gap.Cut(Rotation.Factors(0, batch.Length, headWidth, rotaryBase, 1 / Math.Sqrt(headWidth), device), 1),
        gap.Cut(Rotation.Factors(0, batch.Length, headWidth, rotaryBase, 1, device), 1),
        TextPadding.Of(batch, device)?.Without(gap));

    /// <summary>The tensors, which <see cref="With"/> takes in the same order.</summary>
    public IReadOnlyList<Tensor> Tensors => Padding is null ? [Queries, Keys] : [Queries, Keys, Padding.Bias];

    /// <summary>The same context with other handles of the same tensors.</summary>
    /// <param name="tensors">As many as <see cref="Tensors"/>.</param>
    public AttentionContext With(IReadOnlyList<Tensor> tensors) =>
        this with { Queries = tensors[0], Keys = tensors[1], Padding = Padding is null ? null : Padding with { Bias = tensors[2] } };
}

/// <summary>What is added to the scores of keys in slots for text: 0 where there is text, minus infinity where there is padding.</summary>
/// <param name="Start">The first position that is padding in any sequence.</param>
/// <param name="Bias">[batch, 1, positions from there on]</param>
internal sealed record TextPadding(int Start, Tensor Bias)
{
    /// <summary>The padding of a batch, or null when every slot is full.</summary>
    /// <param name="batch">The sequences.</param>
    /// <param name="device">Where the model lives.</param>
    public static TextPadding? Of(SequenceBatch batch, Device device)
    {
        var padded = batch.Layouts.Zip(batch.TextLengths, RunOf).ToArray();
        if (padded.All(run => run.Start == run.End))
            return null;
        var (start, end) = (padded.Where(run => run.Start < run.End).Min(run => run.Start), padded.Max(run => run.End));
        var bias = new float[batch.Rows, 1, end - start];
        for (var row = 0; row < batch.Rows; row++)
        {
            for (var position = padded[row].Start; position < padded[row].End; position++)
                bias[row, 0, position - start] = float.NegativeInfinity;
        }
        return new(start, tensor(bias, device: device));
    }

    /// <summary>The positions of a sequence that are padding, as the first and the one after the last.</summary>
    /// <param name="layout">The sequence.</param>
    /// <param name="length">How long its text is.</param>
    public static (int Start, int End) RunOf(SequenceLayout layout, int length) => layout.Text is { } slot ? (slot.Start + length, slot.End) : (0, 0);

    /// <summary>The padding where a gap is left out; null when that was all.</summary>
    /// <param name="gap">Positions that are padding in all sequences, or none.</param>
    public TextPadding? Without(PaddingGap gap)
    {
        var inside = new PaddingGap(gap.Start - Start, gap.End - Start);
        return gap.Length == 0 ? this : gap.Length == Bias.shape[2] ? null : this with { Bias = inside.Cut(Bias, 2) };
    }

    /// <summary>Hides padding in scores.</summary>
    /// <param name="scores">[some of batch · groups of heads, queries, keys]; changed in place.</param>
    /// <param name="first">The first of the batch · groups of heads.</param>
    /// <param name="groups">The groups of heads of each sequence.</param>
    public void Hide(Tensor scores, long first, long groups)
    {
        using var scope = NewDisposeScope();
        // The slots lie in the prefix, which every query sees whole.
        var width = Bias.shape[2];
        var bias = Bias.to_type(scores.dtype).unsqueeze(1).expand(-1, groups, -1, -1).flatten(0, 1).narrow(0, first, scores.shape[0]);
        scores.narrow(2, Start, width).add_(bias);
    }
}
