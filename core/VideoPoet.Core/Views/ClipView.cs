namespace VideoPoet.Core;

/// <summary>A named way to derive a condition or a target from a clip; tasks take theirs from <see cref="Views"/>.</summary>
/// <remarks>
/// Both tokenizers are causal, so the tokens of a leading part are the leading tokens of the whole clip. A view that is not
/// <see cref="IsComputed"/> is such a part: its tokens are a slice of the clip's own, and nothing is encoded twice.
/// </remarks>
public sealed record ClipView
{
    internal ClipView(string name, Modality modality, MediaRole role) => (Name, Modality, Role) = (Names.Check(name, "view"), modality, role);

    /// <summary>The name; for a computed view the name under which an <see cref="IClipView"/> is exported.</summary>
    public string Name { get; }

    /// <summary>What the view yields: text, visual or audio.</summary>
    public Modality Modality { get; }

    /// <summary>What a request must supply.</summary>
    public MediaRole Role { get; }

    /// <summary>What a request may supply besides.</summary>
    public ValueList<MediaRole> OptionalRoles { get; internal init; } = [];

    /// <summary>How many leading frames the view covers (1 + 4k); null when it covers the whole clip.</summary>
    public int? LeadingFrames { get; internal init; }

    /// <summary>Whether an <see cref="IClipView"/> computes new pixels or samples, which are encoded on their own (COMMIT, paper §3.1).</summary>
    public bool IsComputed { get; internal init; }

    /// <summary>What a computed view is told.</summary>
    public TaskParameters Arguments { get; internal init; } = TaskParameters.None;

    /// <summary>Why the view cannot be taken of clips of a format, or null when it can.</summary>
    /// <param name="format">The format.</param>
    public string? Misfit(VideoFormat format) => LeadingFrames is { } frames && frames >= format.Frames
        ? $"the view '{Name}' needs a clip longer than {frames} frame{(frames == 1 ? "" : "s")}, and {format} is not"
        : null;

    /// <summary>The shape of the view's visual codes.</summary>
    /// <param name="format">The format of the clip.</param>
    public LatentShape VisualShape(VideoFormat format) => format.LatentOf(LeadingFrames ?? format.Frames);

    /// <summary>The shape of the view's audio codes.</summary>
    /// <param name="format">The format of the clip.</param>
    /// <param name="levels">The levels of the audio tokenizer.</param>
    public AudioShape AudioShape(VideoFormat format, int levels) => new(levels, VideoFormat.AudioFramesOf(LeadingFrames ?? format.Frames));

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The view itself, when it yields what is asked for.</summary>
    /// <exception cref="ArgumentException">It yields something else.</exception>
    internal ClipView Yielding(Modality modality) => Modality == modality
        ? this
        : throw new ArgumentException($"the view '{Name}' yields {Modality}, not {modality}.");
}
