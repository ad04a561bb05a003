namespace VideoPoet.Core;

/// <summary>Something that a task conditions on: a segment of the prefix.</summary>
public sealed record Input
{
    private Input(ClipView view, Modality modality, InputPresence presence) => (View, Presence) = (view.Yielding(modality), presence);

    /// <summary>How the condition is derived.</summary>
    public ClipView View { get; }

    /// <summary>Whether a sequence holds the input.</summary>
    public InputPresence Presence { get; init; }

    /// <summary>The name, unique within a task; that of the view.</summary>
    public string Name => View.Name;

    /// <summary>The caption or prompt, which may be dropped for guidance.</summary>
    /// <param name="presence">Whether a sequence holds the input.</param>
    public static Input Text(InputPresence presence = InputPresence.Droppable) => new(Views.Caption, Modality.Text, presence);

    /// <summary>Frames.</summary>
    /// <param name="view">A visual view.</param>
    /// <param name="presence">Whether a sequence holds the input.</param>
    public static Input Visual(ClipView view, InputPresence presence = InputPresence.Required) => new(view, Modality.Visual, presence);

    /// <summary>Sound.</summary>
    /// <param name="view">An audio view.</param>
    /// <param name="presence">Whether a sequence holds the input.</param>
    public static Input Audio(ClipView view, InputPresence presence = InputPresence.Required) => new(view, Modality.Audio, presence);
}
