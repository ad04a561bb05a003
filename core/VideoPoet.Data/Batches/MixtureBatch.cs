using VideoPoet.Models.LanguageModel;

namespace VideoPoet.Data;

/// <summary>The rows of a batch that one process computes, with what it must know of the whole batch.</summary>
public sealed class MixtureBatch : IDisposable
{
    internal MixtureBatch(BatchDraw draw, int firstRow, IReadOnlyList<DrawnRow> rows, SequenceBatch? sequences, BatchPadding padding) =>
        (Draw, FirstRow, Rows, Sequences, Padding) = (draw, firstRow, rows, sequences, padding);

    /// <summary>The whole batch, of all processes.</summary>
    public BatchDraw Draw { get; }

    /// <summary>The place of the first of <see cref="Rows"/> in the whole batch.</summary>
    public int FirstRow { get; }

    /// <summary>This process's rows, in the order of <see cref="Sequences"/>; none where there are fewer rows than processes.</summary>
    public IReadOnlyList<DrawnRow> Rows { get; }

    /// <summary>The ids and the texts of the rows, on the CPU; null where there is no row.</summary>
    public SequenceBatch? Sequences { get; }

    /// <summary>How much of the rows is padding.</summary>
    public BatchPadding Padding { get; }

    /// <summary>The tokens of these rows that are learnt, as <see cref="OutputLoss.Count"/> counts them.</summary>
    public long Targets => Rows.Sum(row => (long)row.Targets);

    /// <summary>The rows of all processes.</summary>
    public int GlobalRows => Draw.Rows.Count;

    /// <summary>The tokens of all processes' rows that are learnt: what a sum of losses is divided by.</summary>
    public long GlobalTargets => Draw.Targets;

    /// <summary>Releases the tensors.</summary>
    public void Dispose() => Sequences?.Dispose();
}
