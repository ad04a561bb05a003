using System.Runtime.CompilerServices;
using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Data;

/// <summary>Cuts files into windows of a format.</summary>
/// <param name="stride">How far windows are apart; null lets them follow one another, and single frames a second apart.</param>
/// <param name="holdShort">Whether a video that is shorter than the format stands still to its end; otherwise it has no window.</param>
/// <param name="limits">How much a file may ask for.</param>
internal sealed class ClipWindows(TimeSpan? stride, bool holdShort, MediaLimits limits)
{
    /// <summary>Asks what an entry's file holds.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read.</exception>
    public Task<MediaInfo> ProbeAsync(DatasetEntry entry, CancellationToken cancellationToken) =>
        EntryMedia.ProbeAsync(entry, limits, cancellationToken);

    /// <summary>The windows of an entry in order; what is left after the last and is shorter than the format is left out.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="info">What its file holds.</param>
    /// <param name="format">The format.</param>
    /// <param name="withSound">Whether the sound is read.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read.</exception>
    public async IAsyncEnumerable<ClipWindow> ReadAsync(
        DatasetEntry entry, MediaInfo info, VideoFormat format, bool withSound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = MediaReadOptions.For(format) with { Start = entry.Start, Duration = entry.Duration, Limits = limits };
        if (info.IsImage)
        {
            if (format.Frames > 1)
                yield break;
            using var image = await MediaReader.ReadImageAsync(entry.File, asked, cancellationToken).ConfigureAwait(false);
            yield return new(TimeSpan.Zero, new(image.Frames.Pixels.ToArray(), format.Height, format.Width), Sound: null);
            yield break;
        }
        using var sound = withSound && info.Sound is not null
            ? await EntryMedia.ReadSoundAsync(entry, asked with { Ending = Ending.Hold }, cancellationToken).ConfigureAwait(false)
            : null;
        var step = FramesBetween(format);
        var frames = new List<ReadOnlyMemory<byte>>();
        var first = 0L;
        var skipped = 0;
        await foreach (var part in EntryMedia.ReadPartsAsync(entry, format.Frames, asked, cancellationToken).ConfigureAwait(false))
        {
            using var _ = part;
            foreach (var frame in FramesOf(part.Frames))
            {
                // Windows that are apart leave frames out between them.
                if (skipped > 0)
                {
                    skipped--;
                    continue;
                }
                frames.Add(frame);
                if (frames.Count < format.Frames)
                    continue;
                var start = entry.Start + TimeSpan.FromSeconds((double)first / VideoFormat.FramesPerSecond);
                yield return new(start, Join(frames, format), sound is null ? null : Cut(sound, first, format));
                first += step;
                skipped = Math.Max(0, step - frames.Count);
                frames.RemoveRange(0, Math.Min(step, frames.Count));
            }
        }
        if (!holdShort || first > 0 || frames.Count == 0)
            yield break;
        frames.AddRange(Enumerable.Repeat(frames[^1], format.Frames - frames.Count));
        yield return new(entry.Start, Join(frames, format), sound is null ? null : Cut(sound, first, format));
    }

    private int FramesBetween(VideoFormat format) => stride is { } time
        ? Math.Max(1, (int)Math.Round(time.TotalSeconds * VideoFormat.FramesPerSecond))
        : format.Kind == FormatKinds.Image ? VideoFormat.FramesPerSecond : format.Frames;

    private static IEnumerable<ReadOnlyMemory<byte>> FramesOf(PixelFrames frames)
    {
        // A copy: the memory goes back to its pool before the window is whole.
        ReadOnlyMemory<byte> pixels = frames.Pixels.ToArray();
        var length = pixels.Length / frames.Count;
        return Enumerable.Range(0, frames.Count).Select(frame => pixels.Slice(frame * length, length));
    }

    private static PixelFrames Join(List<ReadOnlyMemory<byte>> frames, VideoFormat format)
    {
        var length = frames[0].Length;
        var pixels = new byte[frames.Count * length];
        for (var frame = 0; frame < frames.Count; frame++)
            frames[frame].CopyTo(pixels.AsMemory(frame * length));
        return new(pixels, format.Height, format.Width);
    }

    // Silence where the sound ends before the frames.
    private static Waveform Cut(AudioClip sound, long firstFrame, VideoFormat format)
    {
        var samples = new float[format.Samples];
        var first = firstFrame * (VideoFormat.SampleRateHz / VideoFormat.FramesPerSecond);
        if (first < sound.Samples.Length)
        {
            var length = (int)Math.Min(samples.Length, sound.Samples.Length - first);
            sound.Samples.Slice((int)first, length).CopyTo(samples);
        }
        return new(samples);
    }
}
