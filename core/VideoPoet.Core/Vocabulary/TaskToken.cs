namespace VideoPoet.Core;

/// <summary>The name of the token that says what a sequence outputs; tasks with the same kind of output share one (paper §4.1).</summary>
public sealed record TaskToken
{
    private TaskToken(string name, params ReadOnlySpan<Modality> outputs) =>
        (Name, Outputs) = (Names.Check(name, "task token"), ValueList.Create(outputs));

    /// <summary>The output is visual: images, video from text, from an image, from frames, from masked video, from sound, or from nothing.</summary>
    public static TaskToken Video { get; } = new("video", Modality.Visual);

    /// <summary>The output is sound.</summary>
    public static TaskToken Audio { get; } = new("audio", Modality.Audio);

    /// <summary>The output is video and its sound.</summary>
    public static TaskToken AudioVideo { get; } = new("audio-video", Modality.Visual, Modality.Audio);

    private static ValueList<TaskToken> BuiltIn { get; } = [Video, Audio, AudioVideo];

    /// <summary>The name, without the kind.</summary>
    public string Name { get; }

    /// <summary>The modalities that a task with this token outputs; empty for a token of a plugin's own, which says nothing about them.</summary>
    public ValueList<Modality> Outputs { get; }

    /// <summary>A token of a plugin's own, for an output that no built-in token describes.</summary>
    /// <param name="name">The name: lower-case words joined by hyphens.</param>
    public static TaskToken Named(string name) => BuiltIn.FirstOrDefault(token => token.Name == name) ?? new(name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
