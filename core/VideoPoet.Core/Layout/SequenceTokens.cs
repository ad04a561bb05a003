namespace VideoPoet.Core;

/// <summary>Turns the codes of tokenizers into the ids of a sequence, and back.</summary>
public static class SequenceTokens
{
    /// <summary>Puts codes into their positions and markers around them; text positions get their placeholders.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="codes">
    /// The codes of each of <see cref="SequenceLayout.CodeSegments"/>: visual codes [time, row, column], audio codes [level, frame], flattened.
    /// </param>
    /// <returns>One id a position.</returns>
    /// <exception cref="ArgumentException">There are too many or too few codes, or a code is outside its tokenizer's range.</exception>
    public static int[] Assemble(this SequenceLayout layout, params IReadOnlyList<int[]> codes)
    {
        var segments = layout.CodeSegments.ToArray();
        if (codes.Count != segments.Length)
            throw new ArgumentException($"the sequence holds {segments.Length} runs of codes, found {codes.Count}.", nameof(codes));
        var ids = new int[layout.Length];
        foreach (var segment in layout.Segments)
        {
            if (segment is MarkerSegment marker)
                ids[marker.Start] = marker.Token.Id;
            else if (segment is TextSegment)
                FillWithPlaceholders(ids.AsSpan(segment.Start, segment.Length));
        }
        for (var i = 0; i < segments.Length; i++)
            Place(codes[i], segments[i], ids);
        return ids;
    }

    /// <summary>Takes the codes out of a sequence, and checks every id on the way.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="ids">One id a position.</param>
    /// <returns>The codes of each of <see cref="SequenceLayout.CodeSegments"/>, as <see cref="Assemble"/> takes them.</returns>
    /// <exception cref="ArgumentException">The sequence has another length, or an id is not legal at its position.</exception>
    public static int[][] Parse(this SequenceLayout layout, ReadOnlySpan<int> ids)
    {
        if (ids.Length != layout.Length)
            throw new ArgumentException($"the sequence must have {layout.Length} ids, found {ids.Length}.", nameof(ids));
        foreach (var run in layout.AllowedRuns)
        {
            for (var position = run.Start; position < run.End; position++)
            {
                if (!run.Ids.Contains(ids[position]))
                    throw new ArgumentException($"the id {ids[position]} at position {position} is not legal there; {run.Ids} is.", nameof(ids));
            }
        }
        var codes = new List<int[]>();
        foreach (var segment in layout.CodeSegments)
        {
            var taken = new int[segment.Length];
            foreach (var run in segment.AllowedRuns)
            {
                for (var position = run.Start; position < run.End; position++)
                    taken[position - segment.Start] = ids[position] - run.Ids.Start;
            }
            codes.Add(taken);
        }
        return [.. codes];
    }

    private static void FillWithPlaceholders(Span<int> ids)
    {
        for (var i = 0; i < ids.Length; i++)
            ids[i] = UnifiedVocabulary.Text.Start + i;
    }

    private static void Place(int[] codes, Segment segment, int[] ids)
    {
        if (codes.Length != segment.Length)
        {
            throw new ArgumentException(
                $"the {segment.Modality} codes from position {segment.Start} must be {segment.Length}, found {codes.Length}.", nameof(codes));
        }
        foreach (var run in segment.AllowedRuns)
        {
            for (var position = run.Start; position < run.End; position++)
            {
                var code = codes[position - segment.Start];
                if (code < 0 || code >= run.Ids.Count)
                    throw new ArgumentException($"the code {code} for position {position} must be from 0 to {run.Ids.Count - 1}.", nameof(codes));
                ids[position] = run.Ids.Start + code;
            }
        }
    }
}
