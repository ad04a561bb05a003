using VideoPoet.Core;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>A run of positions that are alike.</summary>
internal sealed record RunListing(string Part, int Start, int Length, int FirstId, int LastId, string Content, bool Learnt)
{
    /// <summary>The runs of a segment: those of its legal ids, divided where what is given ends.</summary>
    public static IEnumerable<RunListing> Of(Segment segment)
    {
        var givenEnd = segment.Start + segment.Given;
        foreach (var run in segment.AllowedRuns)
        {
            if (givenEnd > run.Start && givenEnd < run.End)
            {
                yield return Of(segment, run with { Length = givenEnd - run.Start });
                yield return Of(segment, run with { Start = givenEnd, Length = run.End - givenEnd });
            }
            else
            {
                yield return Of(segment, run);
            }
        }
    }

    private static RunListing Of(Segment segment, AllowedRun run)
    {
        var isGiven = run.Start < segment.Start + segment.Given;
        var content = segment switch
        {
            MarkerSegment marker => marker.Token.Name,
            TextSegment text => $"{text.View.Name}: up to {text.Length} embeddings",
            VisualSegment visual => $"{visual.View.Name}: latent frames {FramesOf(visual, run)} of {visual.Shape}{(isGiven ? ", given" : "")}",
            AudioSegment audio => $"{audio.View.Name}: level {audio.CoordinatesOf(run.Start).Level} of {audio.Shape}",
            _ => throw new NotSupportedException($"a segment of type {segment.GetType().Name} cannot be listed."),
        };
        var part = segment.IsOutput ? "output" : "prefix";
        return new(part, run.Start, run.Length, run.Ids.Start, run.Ids.End - 1, content, segment.IsOutput && !isGiven);
    }

    private static string FramesOf(VisualSegment visual, AllowedRun run) =>
        Range.Of(visual.CoordinatesOf(run.Start).Time, visual.CoordinatesOf(run.End - 1).Time);
}
