using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Inference;

/// <summary>What was generated.</summary>
public sealed record VideoGenerationResponse
{
    /// <summary>The samples, at least one.</summary>
    public required ValueList<GeneratedVideo> Samples { get; init; }

    /// <summary>What decides the output.</summary>
    public required GenerationRecord Record { get; init; }

    /// <summary>What it took.</summary>
    public required VideoGenerationUsage Usage { get; init; }

    /// <summary>The frames of the first sample; null for sound alone.</summary>
    public PixelFrames? Frames => Samples[0].Frames;

    /// <summary>The sound of the first sample; null where there is none.</summary>
    public Waveform? Sound => Samples[0].Sound;

    /// <summary>Writes all samples; each file appears when it is whole.</summary>
    /// <param name="path">The file of the only sample. Of several, each has its number: <c>ball-1.mp4</c>, <c>ball-2.mp4</c>, …</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The files.</returns>
    /// <exception cref="MediaException">The extension is not known, a clip has not what it needs, or a file cannot be written.</exception>
    public async Task<IReadOnlyList<string>> SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var files = Samples.Count == 1 ? [path] : Enumerable.Range(1, Samples.Count).Select(number => Numbered(path, number)).ToArray();
        for (var sample = 0; sample < Samples.Count; sample++)
            await Samples[sample].SaveAsync(files[sample], cancellationToken).ConfigureAwait(false);
        return files;
    }

    private static string Numbered(string path, int number) =>
        Path.Join(Path.GetDirectoryName(path), $"{Path.GetFileNameWithoutExtension(path)}-{number}{Path.GetExtension(path)}");
}
