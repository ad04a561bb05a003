using VideoPoet.Core;

namespace VideoPoet.Testing;

/// <summary>Checks of a whole sequence, made of tokens of the ground truth.</summary>
internal static class SequenceChecks
{
    /// <summary>Every token has a place where it is legal, and comes out of the sequence as it went in.</summary>
    public static IEnumerable<string> RoundTrip(ConformanceCase @case)
    {
        var (layout, truth) = (@case.Layout, ReferenceClip.Of(@case.Layout.Format));
        var codes = layout.CodeSegments.Select(segment => CodesOf(@case, segment, truth)).ToArray();
        var failures = new List<string>();
        try
        {
            var ids = layout.Assemble(codes);
            for (var position = 0; position < ids.Length; position++)
            {
                if (!layout.AllowedIds(position).Contains(ids[position]))
                    failures.Add($"the id {ids[position]} at position {position} is outside the legal {layout.AllowedIds(position)}.");
            }
            if (layout.Parse(ids).Where((parsed, index) => !parsed.AsSpan().SequenceEqual(codes[index])).Any())
                failures.Add("the codes that come out of the sequence are not those that went in.");
        }
        catch (ArgumentException exception)
        {
            failures.Add(exception.Message);
        }
        return failures;
    }

    private static int[] CodesOf(ConformanceCase @case, Segment segment, Clip truth)
    {
        var view = segment is VisualSegment visual ? visual.View : ((AudioSegment)segment).View;
        // Nothing computes the view here, so the clip itself stands in: it has the same size.
        var content = @case.CanApply(view) ? @case.Catalog.Apply(view, truth) : truth;
        return [.. ReferenceTokenizer.Encode(view.Modality, content).SelectMany(level => level)];
    }
}
