namespace VideoPoet.Core;

/// <summary>A token that stands for structure instead of content: Table 1 of the paper, padding, and the task and format tokens.</summary>
/// <param name="Name">The name as it is written in a layout, such as <c>&lt;bos&gt;</c>.</param>
/// <param name="Id">The id, which is never reused or shifted.</param>
public sealed record SpecialToken(string Name, int Id)
{
    /// <summary>Fills what is not there; no position of a training batch holds it.</summary>
    public static SpecialToken Pad { get; } = new("<pad>", 0);

    /// <summary>Begins every sequence.</summary>
    public static SpecialToken BeginSequence { get; } = new("<bos>", 1);

    /// <summary>Ends every sequence that ends.</summary>
    public static SpecialToken EndSequence { get; } = new("<eos>", 2);

    /// <summary>Begins the text input.</summary>
    public static SpecialToken BeginTextInput { get; } = new("<bot_i>", 3);

    /// <summary>Ends the text input.</summary>
    public static SpecialToken EndTextInput { get; } = new("<eot_i>", 4);

    /// <summary>Begins a visual input.</summary>
    public static SpecialToken BeginVisualInput { get; } = new("<bov_i>", 5);

    /// <summary>Ends a visual input.</summary>
    public static SpecialToken EndVisualInput { get; } = new("<eov_i>", 6);

    /// <summary>Begins an audio input.</summary>
    public static SpecialToken BeginAudioInput { get; } = new("<boa_i>", 7);

    /// <summary>Ends an audio input.</summary>
    public static SpecialToken EndAudioInput { get; } = new("<eoa_i>", 8);

    /// <summary>Begins the visual output.</summary>
    public static SpecialToken BeginVisualOutput { get; } = new("<bov_o>", 9);

    /// <summary>Ends the visual output.</summary>
    public static SpecialToken EndVisualOutput { get; } = new("<eov_o>", 10);

    /// <summary>Begins the audio output.</summary>
    public static SpecialToken BeginAudioOutput { get; } = new("<boa_o>", 11);

    /// <summary>Ends the audio output.</summary>
    public static SpecialToken EndAudioOutput { get; } = new("<eoa_o>", 12);

    /// <summary>Names the source of a video; reserved, no layout of this version holds it.</summary>
    public static SpecialToken Source { get; } = new("<source>", 13);

    /// <summary>Every token with a fixed id that is neither a task token nor a format token, by id.</summary>
    public static ValueList<SpecialToken> Markers { get; } =
    [
        Pad, BeginSequence, EndSequence, BeginTextInput, EndTextInput, BeginVisualInput, EndVisualInput, BeginAudioInput, EndAudioInput,
        BeginVisualOutput, EndVisualOutput, BeginAudioOutput, EndAudioOutput, Source,
    ];

    /// <summary>The name and the id.</summary>
    public override string ToString() => $"{Name} ({Id})";
}
