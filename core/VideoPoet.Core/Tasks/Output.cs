namespace VideoPoet.Core;

/// <summary>Something that a task outputs: a segment after the prefix.</summary>
public sealed record Output
{
    private Output(ClipView view, Modality modality, ClipView? after)
    {
        if (after is not null && (after.Modality != modality || after.IsComputed || after.LeadingFrames is null || view != Views.WholeVideo))
            throw new ArgumentException($"only '{Views.WholeVideo}' can go on after leading frames, not '{view}' after '{after}'.", nameof(after));
        (View, After) = (view.Yielding(modality), after);
    }

    /// <summary>How the target is derived.</summary>
    public ClipView View { get; }

    /// <summary>The leading part that is given: it stands at the beginning of the segment and is not learnt; null when nothing is given.</summary>
    public ClipView? After { get; }

    /// <summary>Frames.</summary>
    /// <param name="view">A visual view.</param>
    /// <param name="after">The leading frames that are given, such as <see cref="Views.FirstFrame"/>; null when none are.</param>
    public static Output Visual(ClipView view, ClipView? after = null) => new(view, Modality.Visual, after);

    /// <summary>Sound.</summary>
    /// <param name="view">An audio view.</param>
    public static Output Audio(ClipView view) => new(view, Modality.Audio, null);
}
