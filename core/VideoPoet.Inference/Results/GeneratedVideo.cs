using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Inference;

/// <summary>One sample: the clip that the task is about, with what of it was given and what was generated.</summary>
public sealed record GeneratedVideo
{
    /// <summary>The seed that gives the same sample alone.</summary>
    public required long Seed { get; init; }

    /// <summary>The frames, 8 a second; null for sound alone.</summary>
    public PixelFrames? Frames { get; init; }

    /// <summary>The sound, at 16 kHz; null where there is none.</summary>
    public Waveform? Sound { get; init; }

    /// <summary>The sequences that it was made of: one, or one for each window.</summary>
    public required ValueList<GeneratedTokens> Tokens { get; init; }

    /// <summary>The clip without copying it, such as for another task.</summary>
    public MediaClip ToMedia() => MediaClip.Of(new Clip { Frames = Frames, Sound = Sound });

    /// <summary>Writes the clip in the way that the extension names: mp4, webm, gif, png or wav. The file appears when it is whole.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">Cancels; nothing is left behind.</param>
    /// <exception cref="MediaException">The extension is not known, the clip has not what it needs, or the file cannot be written.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) => MediaWriter.WriteAsync(path, ToMedia(), cancellationToken);
}
