namespace VideoPoet.InferenceHost.Demo;

/// <summary>What one task or chain made, as the gallery shows it.</summary>
/// <param name="Task">The task or the chain.</param>
/// <param name="Prompts">What it was told, each with the step that it was for.</param>
/// <param name="Given">What it was shown or played.</param>
/// <param name="Made">What each step left.</param>
/// <param name="Marks">What the judge read in the last of it: the share that is right, by figure.</param>
/// <param name="Seed">What decides it.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record GalleryItem(
    string Task, IReadOnlyList<(string For, string Text)> Prompts, IReadOnlyList<GalleryMedium> Given, IReadOnlyList<GalleryMedium> Made,
    IReadOnlyDictionary<string, double> Marks, long Seed, double Seconds);

/// <summary>A clip in the gallery.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Data">The file, as an address that holds it.</param>
internal sealed record GalleryMedium(string Title, MediumKind Kind, string Data);

/// <summary>How a clip is shown.</summary>
internal enum MediumKind
{
    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A video without sound.</summary>
    Video,

    /// <summary>A video with sound.</summary>
    VideoWithSound,

    /// <summary>A sound alone.</summary>
    Sound,
}
