using VideoPoet.Core;

namespace VideoPoet.Testing;

/// <summary>Checks of the views that a task conditions on.</summary>
internal static class ViewChecks
{
    /// <summary>A view of the ground truth equals the view of what a request would supply, and has the size that the layout has room for.</summary>
    public static IEnumerable<string> GroundTruthEqualsRequest(ConformanceCase @case)
    {
        var truth = @case.Truth.Clip;
        foreach (var view in @case.Definition.UsedViews.Where(@case.CanApply))
        {
            var (fromTruth, failure) = Take(@case, view, truth);
            var (fromRequest, requestFailure) = Take(@case, view, ReferenceClip.Supply(view, truth));
            if ((failure ?? requestFailure) is { } thrown)
                yield return thrown;
            else if (!SameContent(fromTruth!, fromRequest!))
                yield return $"the view '{view.Name}' of the ground truth differs from that of a request: it must depend on {view.Role} alone.";
            else if (!SameContent(fromTruth!, Take(@case, view, truth).Clip!))
                yield return $"the view '{view.Name}' gives another result for the same clip; it must always give the same.";
            else if (WrongSize(view, @case.Layout.Format, fromTruth!) is { } wrong)
                yield return wrong;
        }
    }

    /// <summary>The tokens of a leading part are the leading tokens of the clip, so that nothing is encoded twice.</summary>
    public static IEnumerable<string> SlicesAreLeadingTokens(ConformanceCase @case)
    {
        foreach (var view in @case.Definition.UsedViews.Where(view => view is { LeadingFrames: not null, IsComputed: false }))
        {
            var whole = @case.Truth.Tokens(view.Modality);
            var part = ReferenceTokenizer.Encode(view.Modality, @case.Catalog.Apply(view, @case.Truth.Clip));
            if (part.Where((leading, level) => !whole[level].AsSpan().StartsWith(leading)).Any())
                yield return $"the tokens of the view '{view.Name}' are not the leading tokens of the clip.";
        }
    }

    private static (Clip? Clip, string? Failure) Take(ConformanceCase @case, ClipView view, Clip clip)
    {
        try
        {
            return (@case.Catalog.Apply(view, clip), null);
        }
        catch (Exception exception)
        {
            // The view is the plugin's code: whatever it throws is a finding, not an accident of the check.
            return (null, $"the view '{view.Name}' threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static bool SameContent(Clip left, Clip right) =>
        left.Text == right.Text
        && (left.Frames is null ? right.Frames is null : left.Frames.SameAs(right.Frames))
        && (left.Sound is null ? right.Sound is null : left.Sound.SameAs(right.Sound));

    private static string? WrongSize(ClipView view, VideoFormat format, Clip clip)
    {
        var frames = view.LeadingFrames ?? format.Frames;
        return clip switch
        {
            { Frames: { } pixels } when (pixels.Count, pixels.Height, pixels.Width) != (frames, format.Height, format.Width) =>
                $"the view '{view.Name}' yields {pixels.Count} frames of {pixels.Width}×{pixels.Height} pixels; "
                + $"{frames} of {format.Width}×{format.Height} have room.",
            { Sound: { } sound } when sound.Samples.Length / VideoFormat.SampleStride != VideoFormat.AudioFramesOf(frames) =>
                $"the view '{view.Name}' yields {sound.Samples.Length} samples; "
                + $"{VideoFormat.AudioFramesOf(frames)} × {VideoFormat.SampleStride} have room.",
            _ => null,
        };
    }
}
