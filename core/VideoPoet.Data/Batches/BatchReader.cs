using System.Runtime.InteropServices;
using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using static TorchSharp.torch;

namespace VideoPoet.Data;

/// <summary>Reads what was drawn, and assembles its sequences. May be used by any number of threads; it computes nothing with libtorch.</summary>
public static class BatchReader
{
    /// <summary>Reads the rows of one process.</summary>
    /// <param name="draw">The batch; the datasets that it was drawn from must still be open.</param>
    /// <param name="rank">The process, from 0.</param>
    /// <param name="worldSize">The number of processes that share the batch.</param>
    /// <param name="cancellationToken">Cancels between two rows.</param>
    /// <exception cref="DatasetException">A sample cannot be read; the message names it.</exception>
    public static MixtureBatch Read(BatchDraw draw, int rank = 0, int worldSize = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var (first, count) = draw.RowsOf(rank, worldSize).GetOffsetAndLength(draw.Rows.Count);
        DrawnRow[] rows = [.. draw.Rows.Skip(first).Take(count)];
        if (count == 0)
            return new(draw, first, rows, null, default);

        using var scope = NewDisposeScope();
        var ids = empty([count, draw.Lengths.Length], ScalarType.Int64, CPU);
        var text = TextOf(rows) is { } width ? empty([count, UnifiedVocabulary.TextPositions, width], ScalarType.Float32, CPU) : null;
        var textLengths = new int[count];
        var padding = 0L;
        for (var row = 0; row < count; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Row by row: all texts together may be more than a span holds.
            using var idsOfRow = ids[row];
            using var textOfRow = text?[row];
            var positions = MemoryMarshal.Cast<byte, long>(idsOfRow.bytes);
            textLengths[row] = Fill(rows[row], positions, textOfRow is null ? default : MemoryMarshal.Cast<byte, float>(textOfRow.bytes));
            padding += positions.Count((long)SpecialToken.Pad.Id);
        }
        var emptyText = rows.Select((row, i) => row.Variant.Layout.Text is null ? 0L : UnifiedVocabulary.TextPositions - textLengths[i]).Sum();
        var sequences = new SequenceBatch([.. rows.Select(row => row.Variant.Layout)], ids, text, textLengths);
        ids.MoveToOuterDisposeScope();
        text?.MoveToOuterDisposeScope();
        return new(draw, first, rows, sequences, new(ids.numel(), padding, emptyText));
    }

    // The width of the texts; null where no row has a slot for text.
    private static int? TextOf(IEnumerable<DrawnRow> rows) =>
        rows.FirstOrDefault(row => row.Variant.Layout.Text is not null)?.Stream.TextWidth;

    private static int Fill(DrawnRow row, Span<long> ids, Span<float> text)
    {
        // What no sequence fills stays padding, and is counted as such.
        ids.Fill(SpecialToken.Pad.Id);
        text.Clear();
        try
        {
            var layout = row.Variant.Layout;
            var window = row.Stream.Window(row.Id.Window);
            var assembled = layout.Assemble(window.Codes(layout));
            for (var position = 0; position < assembled.Length; position++)
                ids[position] = assembled[position];
            return layout.Text is null ? 0 : window.CopyEmbedding(text);
        }
        catch (Exception exception)
        {
            throw new DatasetException(
                $"{row.Id}", $"the sample cannot be read: {UserMessage.Of(exception)} Tokenize again to have its shard made anew.", exception);
        }
    }
}
