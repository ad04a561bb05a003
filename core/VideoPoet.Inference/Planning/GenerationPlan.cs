using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>A request that can be fulfilled, with all choices made.</summary>
/// <param name="Request">The request.</param>
/// <param name="Options">The options; the seed and the format are chosen.</param>
/// <param name="Definition">What the sequence conditions on and outputs.</param>
/// <param name="Layout">What every position of it holds.</param>
/// <param name="Unguided">The sequence that guidance leads away from; null without guidance.</param>
/// <param name="Frames">Frames of the output.</param>
/// <param name="Extension">How the output is made longer than a sequence; null where it is not.</param>
internal sealed record GenerationPlan(
    VideoGenerationRequest Request, VideoGenerationOptions Options, TaskDefinition Definition, SequenceLayout Layout, SequenceLayout? Unguided,
    int Frames, ExtensionPlan? Extension)
{
    /// <summary>The format of a sequence.</summary>
    public VideoFormat Format => Layout.Format;

    /// <summary>What is in a sequence, text and output included.</summary>
    public IReadOnlyList<Modality> Modalities =>
        [.. Layout.Segments.Select(segment => segment.Modality).Where(modality => modality != Modality.Special).Distinct()];

    /// <summary>How many frames are taken of a medium, or of as long a sound; a mask covers the video that it is a mask of.</summary>
    /// <param name="role">The role in which it is supplied.</param>
    public int FramesOf(MediaRole role) => Definition.Conditions
        .Where(view => view.Role == role || view.OptionalRoles.Contains(role))
        .Select(view => view.LeadingFrames ?? Format.Frames).DefaultIfEmpty(Format.Frames).Max();

    /// <summary>How many sequences one after another make a sample.</summary>
    public int Windows => 1 + (Extension?.Windows ?? 0);

    /// <summary>Tokens to decode, of all samples and windows.</summary>
    public long TokensInAll => Options.Count * (Layout.TargetCount + (long)(Extension?.Layout.TargetCount ?? 0) * (Windows - 1));

    /// <summary>Positions of prefixes, of all windows.</summary>
    public long PrefixTokens => Layout.PrefixLength + (long)(Extension?.Layout.PrefixLength ?? 0) * (Windows - 1);
}

/// <summary>How a clip goes on: each window is conditioned on the last frames before it.</summary>
/// <param name="Definition">What a window conditions on and outputs.</param>
/// <param name="Layout">What every position of a window holds.</param>
/// <param name="Leading">The frames that a window is conditioned on.</param>
/// <param name="Windows">How many windows there are.</param>
internal sealed record ExtensionPlan(TaskDefinition Definition, SequenceLayout Layout, int Leading, int Windows)
{
    /// <summary>The task that extends: it predicts what follows leading frames (paper §4.1, task 3).</summary>
    public const string Task = "frame-prediction";

    /// <summary>The last second: 1 + 8 frames, three latent frames (paper §7.2).</summary>
    public const int LastSecond = 9;

    /// <summary>The parameters of the task.</summary>
    public static TaskParameters Parameters { get; } = TaskParameters.None.With("frames", LastSecond);
}
