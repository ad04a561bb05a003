using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Data;

/// <summary>Reads an entry, be it a file or a clip of a data source.</summary>
internal static class EntryMedia
{
    /// <summary>What tells the content apart from others, as 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="MediaException">The file cannot be read.</exception>
    public static Task<string> HashAsync(DatasetEntry entry, CancellationToken cancellationToken) =>
        entry.Made is { } made ? Task.FromResult(made.Description.Hash) : SourceHash.OfAsync(entry.File, cancellationToken);

    /// <summary>Asks what an entry holds.</summary>
    /// <exception cref="MediaException">The file cannot be read.</exception>
    public static Task<MediaInfo> ProbeAsync(DatasetEntry entry, MediaLimits limits, CancellationToken cancellationToken) =>
        entry.Made is { } made ? Task.FromResult(made.Info()) : MediaReader.ProbeAsync(entry.File, limits, cancellationToken);

    /// <summary>Reads the frames of an entry part by part; the caller disposes each.</summary>
    /// <param name="entry">The entry; a clip of a data source is always read whole.</param>
    /// <param name="partFrames">How many frames a part has, at least 1; the last one may have fewer.</param>
    /// <param name="asked">Which part, and what becomes of it, with a size and a rate.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The entry cannot be read.</exception>
    public static IAsyncEnumerable<VideoClip> ReadPartsAsync(
        DatasetEntry entry, int partFrames, MediaReadOptions asked, CancellationToken cancellationToken) => entry.Made is { } made
        ? Parts(made.Frames(entry.Name, asked.Size!.Value, asked.FramesPerSecond!.Value), partFrames, asked.FramesPerSecond.Value).ToAsyncEnumerable()
        : MediaReader.ReadPartsAsync(entry.File, partFrames, asked, cancellationToken);

    /// <summary>Reads the sound of an entry.</summary>
    /// <exception cref="MediaException">The entry cannot be read.</exception>
    public static Task<AudioClip> ReadSoundAsync(DatasetEntry entry, MediaReadOptions asked, CancellationToken cancellationToken) =>
        entry.Made is { } made
            ? Task.FromResult(new AudioClip(made.Sound(entry.Name)))
            : MediaReader.ReadSoundAsync(entry.File, asked, cancellationToken);

    private static IEnumerable<VideoClip> Parts(PixelFrames frames, int partFrames, double rate)
    {
        var frameBytes = frames.Pixels.Length / frames.Count;
        for (var first = 0; first < frames.Count; first += partFrames)
        {
            var count = Math.Min(partFrames, frames.Count - first);
            yield return new(new PixelFrames(frames.Pixels.Slice(first * frameBytes, count * frameBytes), frames.Height, frames.Width), rate);
        }
    }
}
