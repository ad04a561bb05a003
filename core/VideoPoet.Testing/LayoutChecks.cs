using VideoPoet.Core;

namespace VideoPoet.Testing;

/// <summary>Checks of a layout by itself.</summary>
internal static class LayoutChecks
{
    /// <summary>The markers stand in the order of Table 1, each pair around the content that it belongs to, and nothing else is there.</summary>
    public static IEnumerable<string> Grammar(ConformanceCase @case)
    {
        var expected = string.Join(' ', ExpectedTokens(@case));
        var found = string.Join(' ', @case.Layout.Segments.Select(TokenOf));
        if (expected != found)
            yield return $"the sequence must be {expected}, found {found}.";
    }

    /// <summary>Segments follow one another without gaps, and each is as long as what it holds.</summary>
    public static IEnumerable<string> Lengths(ConformanceCase @case)
    {
        var (layout, position) = (@case.Layout, 0);
        foreach (var segment in layout.Segments)
        {
            if (segment.Start != position)
                yield return $"a segment begins at {segment.Start}, and the one before it ends at {position}.";
            if (segment.Length != LengthOf(segment))
                yield return $"the segment at {segment.Start} has {segment.Length} positions and content for {LengthOf(segment)}.";
            if (segment.IsOutput != segment.Start >= layout.PrefixLength)
                yield return $"the segment at {segment.Start} is on the wrong side of the end of the prefix at {layout.PrefixLength}.";
            position = segment.End;
        }
        if (position != layout.Length || layout.PrefixLength + layout.OutputLength != layout.Length)
            yield return $"{layout.PrefixLength} + {layout.OutputLength} positions are declared, and the segments have {position}.";
    }

    /// <summary>Only outputs are learnt, and every output that is not given is.</summary>
    public static IEnumerable<string> Targets(ConformanceCase @case)
    {
        var layout = @case.Layout;
        var targets = Enumerable.Range(0, layout.Length).Where(layout.IsTarget).ToArray();
        if (targets.Length == 0)
            yield return "nothing is learnt.";
        else if (targets[0] < layout.PrefixLength)
            yield return $"position {targets[0]} is learnt, and the prefix ends at {layout.PrefixLength}.";
        if (targets.Length != layout.TargetCount)
            yield return $"{targets.Length} positions are learnt, and {layout.TargetCount} are declared.";
    }

    private static IEnumerable<string> ExpectedTokens(ConformanceCase @case)
    {
        var (definition, format) = (@case.Definition, @case.Layout.Format);
        yield return "<bos>";
        yield return $"<task:{definition.Token}>";
        if (format.ResolutionToken is { } resolution && definition.OutputModalities.Contains(Modality.Visual))
            yield return $"<res:{resolution}>";
        if (format.DurationToken is { } duration)
            yield return $"<frames:{duration}>";
        foreach (var modality in new[] { Modality.Text, Modality.Visual, Modality.Audio })
        {
            foreach (var input in definition.PresentInputs.Where(input => input.View.Modality == modality))
                yield return $"<bo{Letter(modality)}_i> {input.Name} <eo{Letter(modality)}_i>";
        }
        foreach (var output in definition.Outputs.OrderBy(output => output.View.Modality))
        {
            var end = definition.Ends ? $" <eo{Letter(output.View.Modality)}_o>" : "";
            yield return $"<bo{Letter(output.View.Modality)}_o> {output.View.Name}{end}";
        }
        if (definition.Ends)
            yield return "<eos>";
    }

    private static char Letter(Modality modality) => char.ToLowerInvariant(modality.ToString()[0]);

    private static string TokenOf(Segment segment) => segment switch
    {
        MarkerSegment marker => marker.Token.Name,
        TextSegment text => text.View.Name,
        VisualSegment visual => visual.View.Name,
        AudioSegment audio => audio.View.Name,
        _ => segment.GetType().Name,
    };

    private static int LengthOf(Segment segment) => segment switch
    {
        TextSegment => UnifiedVocabulary.TextPositions,
        VisualSegment visual => visual.Shape.Time * visual.Shape.Height * visual.Shape.Width,
        AudioSegment audio => audio.Shape.Levels * audio.Shape.Frames,
        _ => 1,
    };
}
