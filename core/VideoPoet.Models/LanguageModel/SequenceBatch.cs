using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel;

/// <summary>Sequences of one length group, as the language model takes them: no position is padding, save in slots for text.</summary>
public sealed class SequenceBatch : IDisposable
{
    /// <summary>Takes sequences together.</summary>
    /// <param name="layouts">The layout of each sequence, all with the same prefix length and length.</param>
    /// <param name="ids">int64 [batch, length], as <see cref="SequenceTokens.Assemble"/> makes them; owned by the batch from here on.</param>
    /// <param name="text">
    /// float32 [batch, 64, text width], zero after each sequence's text and where there is none; null when no layout has text. Owned by the batch.
    /// </param>
    /// <param name="textLengths">How many text embeddings each sequence has, from 0 to 64; 0 where its layout has no slot.</param>
    /// <exception cref="ArgumentException">The layouts, the shapes and the lengths disagree.</exception>
    public SequenceBatch(IReadOnlyList<SequenceLayout> layouts, Tensor ids, Tensor? text, IReadOnlyList<int> textLengths)
    {
        ArgumentNullException.ThrowIfNull(layouts);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(textLengths);
        if (layouts.Count == 0 || layouts.Any(layout => layout.Length != layouts[0].Length || layout.PrefixLength != layouts[0].PrefixLength))
            throw new ArgumentException("the sequences of a batch have one prefix length and one length.", nameof(layouts));
        if (ids.dtype != ScalarType.Int64 || !ids.shape.SequenceEqual([layouts.Count, layouts[0].Length]))
        {
            throw new ArgumentException(
                $"the ids must be int64 [{layouts.Count}, {layouts[0].Length}], found {ids.dtype} [{string.Join(", ", ids.shape)}].", nameof(ids));
        }
        if (text is not null && !(text.shape is [var rows, UnifiedVocabulary.TextPositions, _] && rows == layouts.Count))
        {
            throw new ArgumentException(
                $"the text must be [{layouts.Count}, {UnifiedVocabulary.TextPositions}, width], found [{string.Join(", ", text.shape)}].", nameof(text));
        }
        if (textLengths.Count != layouts.Count || textLengths.Where((length, row) => length < 0 || length > MostText(layouts[row], text)).Any())
            throw new ArgumentException("each sequence has as many text embeddings as its slot holds at most.", nameof(textLengths));
        (Layouts, Ids, Text, TextLengths) = (layouts, ids, text, textLengths);
    }

    /// <summary>The layout of each sequence.</summary>
    public IReadOnlyList<SequenceLayout> Layouts { get; }

    /// <summary>The ids, int64 [batch, length]; those of text positions are placeholders.</summary>
    public Tensor Ids { get; }

    /// <summary>The text embeddings, [batch, 64, text width]; null when no layout has text.</summary>
    public Tensor? Text { get; }

    /// <summary>How many text embeddings each sequence has.</summary>
    public IReadOnlyList<int> TextLengths { get; }

    /// <summary>The number of sequences.</summary>
    public int Rows => Layouts.Count;

    /// <summary>The positions of each sequence.</summary>
    public int Length => Layouts[0].Length;

    /// <summary>The positions of each prefix.</summary>
    public int PrefixLength => Layouts[0].PrefixLength;

    /// <inheritdoc/>
    public void Dispose()
    {
        Ids.Dispose();
        Text?.Dispose();
    }

    private static int MostText(SequenceLayout layout, Tensor? text) => layout.Text is null || text is null ? 0 : UnifiedVocabulary.TextPositions;
}
