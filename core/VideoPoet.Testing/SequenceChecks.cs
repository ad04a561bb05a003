using VideoPoet.Core;

namespace VideoPoet.Testing;

/// <summary>Checks of a whole sequence, made of tokens of the ground truth.</summary>
internal static class SequenceChecks
{
    /// <summary>Every token has a place where it is legal, and comes out of the sequence as it went in.</summary>
    public static IEnumerable<string> RoundTrip(ConformanceCase @case)
    {
        var layout = @case.Layout;
        var codes = layout.CodeSegments.Select(segment => CodesOf(@case, segment)).ToArray();
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

    private static int[] CodesOf(ConformanceCase @case, Segment segment)
    {
        var view = segment is VisualSegment visual ? visual.View : ((AudioSegment)segment).View;
        var isWhole = view is { IsComputed: false, LeadingFrames: null };
        // Where nothing computes the view the clip itself stands in: it has the same size.
        var tokens = isWhole || !@case.CanApply(view)
            ? @case.Truth.Tokens(view.Modality)
            : ReferenceTokenizer.Encode(view.Modality, @case.Catalog.Apply(view, @case.Truth.Clip));
        return [.. tokens.SelectMany(level => level)];
    }
}
