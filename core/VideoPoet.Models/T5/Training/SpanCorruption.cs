namespace VideoPoet.Models.T5;

/// <summary>
/// The objective that T5 learns by: spans of a text are each replaced by one sentinel, and the spans are to be predicted (Raffel et al., §3.1.4).
/// Sentinels are the last rows of the table of pieces, from the end downwards.
/// </summary>
/// <remarks>Gaps stand anywhere with equal probability. T5 begins every text with what is kept and ends it in a gap: short texts feel it.</remarks>
public sealed record SpanCorruption
{
    /// <summary>Makes the objective.</summary>
    /// <param name="vocabulary">The rows of the table of pieces.</param>
    /// <param name="pieces">The pieces that text can have; the rows from there to <paramref name="vocabulary"/> are sentinels.</param>
    /// <param name="endId">The id that ends inputs and targets.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no row for a sentinel.</exception>
    public SpanCorruption(int vocabulary, int pieces, int endId)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(pieces, vocabulary);
        (Vocabulary, Pieces, EndId) = (vocabulary, pieces, endId);
    }

    /// <summary>The rows of the table of pieces.</summary>
    public int Vocabulary { get; }

    /// <summary>The pieces that text can have; the rows behind them are sentinels.</summary>
    public int Pieces { get; }

    /// <summary>The id that ends inputs and targets.</summary>
    public int EndId { get; }

    /// <summary>The share of ids that are to be predicted, above 0 and below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in this range.</exception>
    public double Density
    {
        get;
        init => field = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The share of ids that are to be predicted must be above 0 and below 1.");
    } = 0.15;

    /// <summary>The mean number of ids in a span, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public double SpanLength
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The mean number of ids in a span must be at least 1.");
    } = 3;

    /// <summary>Cuts random spans out of a text. At least one id is kept and at least one cut; at least one stands between two gaps.</summary>
    /// <param name="ids">The text without its end, at least two ids.</param>
    /// <param name="random">The source of random numbers.</param>
    public CorruptedText Corrupt(ReadOnlySpan<int> ids, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ids.Length, 2);
        var cut = Math.Clamp((int)Math.Round(ids.Length * Density), 1, ids.Length - 1);
        var kept = ids.Length - cut;
        var spans = Math.Clamp((int)Math.Round(cut / SpanLength), 1, Math.Min(kept + 1, Math.Min(cut, Vocabulary - Pieces)));
        var (keptLengths, cutLengths) = (Partition(kept + 2, spans + 1, random), Partition(cut, spans, random));
        // At the ends nothing needs to be kept.
        keptLengths[0]--;
        keptLengths[^1]--;

        List<int> inputs = [], targets = [];
        var rest = ids;
        for (var span = 0; span < spans; span++)
        {
            var sentinel = Vocabulary - 1 - span;
            inputs.AddRange(rest[..keptLengths[span]]);
            inputs.Add(sentinel);
            targets.Add(sentinel);
            rest = rest[keptLengths[span]..];
            targets.AddRange(rest[..cutLengths[span]]);
            rest = rest[cutLengths[span]..];
        }

        return new([.. inputs, .. rest, EndId], [.. targets, EndId]);
    }

    // Every way to write the total as a sum of that many numbers, each at least 1, is as likely as any other.
    private static int[] Partition(int total, int parts, Random random)
    {
        int[] ends = [.. Enumerable.Range(1, total - 1)];
        random.Shuffle(ends);
        int[] cuts = [0, .. ends.Take(parts - 1).Order(), total];
        return [.. cuts.Skip(1).Zip(cuts, (end, start) => end - start)];
    }
}
