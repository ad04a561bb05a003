namespace VideoPoet.Core;

/// <summary>The views that tasks are made of.</summary>
public static class Views
{
    /// <summary>The caption, or the prompt.</summary>
    public static ClipView Caption { get; } = new("text", Modality.Text, MediaRole.Prompt);

    /// <summary>All frames.</summary>
    public static ClipView WholeVideo { get; } = new("video", Modality.Visual, MediaRole.Video);

    /// <summary>The first frame.</summary>
    public static ClipView FirstFrame { get; } = new("first-frame", Modality.Visual, MediaRole.FirstFrame) { LeadingFrames = 1 };

    /// <summary>The whole sound.</summary>
    public static ClipView Waveform { get; } = new("sound", Modality.Audio, MediaRole.Sound);

    /// <summary>The leading frames of a longer clip.</summary>
    /// <param name="frames">1 + 4k frames.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 + 4k.</exception>
    public static ClipView LeadingFrames(int frames) =>
        new("leading-frames", Modality.Visual, MediaRole.Video) { LeadingFrames = VideoFormat.CheckFrames(frames) };

    /// <summary>The sound of the leading frames of a longer clip; an incomplete latent audio frame is dropped.</summary>
    /// <param name="frames">1 + 4k frames.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 + 4k.</exception>
    public static ClipView LeadingSound(int frames) =>
        new("leading-sound", Modality.Audio, MediaRole.Sound) { LeadingFrames = VideoFormat.CheckFrames(frames) };

    /// <summary>A view that an <see cref="IClipView"/> computes from the video, exported under the same name.</summary>
    /// <param name="name">The name under which the view is exported.</param>
    /// <param name="arguments">What the view is told.</param>
    /// <param name="optional">What a request may supply besides the video.</param>
    public static ClipView Computed(string name, TaskParameters? arguments = null, params ReadOnlySpan<MediaRole> optional) =>
        new(name, Modality.Visual, MediaRole.Video)
        {
            IsComputed = true,
            Arguments = arguments ?? TaskParameters.None,
            OptionalRoles = ValueList.Create(optional),
        };
}
