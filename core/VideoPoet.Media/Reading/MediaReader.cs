using System.Runtime.CompilerServices;

namespace VideoPoet.Media;

/// <summary>Reads pictures and sound from any file that ffmpeg reads, in a process of its own and within limits.</summary>
public static class MediaReader
{
    /// <summary>Asks what a file holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How much it may ask for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read.</exception>
    public static async Task<MediaInfo> ProbeAsync(string path, MediaLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var source = await SourceFile.OpenAsync(path, limits ?? MediaLimits.Default, cancellationToken).ConfigureAwait(false);
        return await Probe.RunAsync(source, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what a file has of pictures and sound; the sound lasts exactly as long as the pictures.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which part, and what becomes of it; null reads all as it is, with sound at 16 kHz.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read, has neither, or ends too early.</exception>
    public static async Task<MediaClip> ReadAsync(string path, MediaReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (asked, source, info) = await OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        if (info is { Video: null, Sound: null })
            throw new MediaException(path, "has neither pictures nor sound", "Give an image, a video or a sound.");
        var video = info.Video is null ? null : await ReadFramesAsync(source, info, asked, cancellationToken).ConfigureAwait(false);
        try
        {
            var sound = info.Sound is null
                ? null
                : await SoundDecoder.ReadAsync(source, info.Sound, asked, video?.Duration, cancellationToken).ConfigureAwait(false);
            return new(video, sound);
        }
        catch
        {
            video?.Dispose();
            throw;
        }
    }

    /// <summary>Reads the pictures of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which part, and what becomes of it; null reads all as it is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read, has no pictures, or ends too early.</exception>
    public static async Task<VideoClip> ReadVideoAsync(string path, MediaReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (asked, source, info) = await OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        return await ReadFramesAsync(source, info, asked, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the sound of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which part, and what becomes of it; null reads all at 16 kHz.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read, has no sound, or ends too early.</exception>
    public static async Task<AudioClip> ReadSoundAsync(string path, MediaReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (asked, source, info) = await OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        var sound = info.Sound ?? throw NoSound(path);
        return await SoundDecoder.ReadAsync(source, sound, asked, beside: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one picture: an image, or the frame of a video at <see cref="MediaReadOptions.Start"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which frame, and what becomes of it; null reads the first as it is. The duration and the rate mean nothing here.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read or has no picture there.</exception>
    public static async Task<VideoClip> ReadImageAsync(string path, MediaReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (asked, source, info) = await OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        // At its own rate even the shortest video has a frame.
        var plan = FramePlan.Of(source, info, asked with { FramesPerSecond = null }) with { Count = 1 };
        var decoder = new FrameDecoder(plan, cancellationToken);
        await using (decoder.ConfigureAwait(false))
            return await decoder.ReadAllAsync().ConfigureAwait(false);
    }

    /// <summary>Reads the pictures of a file of any length part by part, in memory for one part; the caller disposes each.</summary>
    /// <param name="path">The file.</param>
    /// <param name="partFrames">How many frames a part has, at least 1; the last one may have fewer.</param>
    /// <param name="options">Which part, and what becomes of it; null reads all as it is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read, has no pictures, or ends too early.</exception>
    public static async IAsyncEnumerable<VideoClip> ReadPartsAsync(
        string path, int partFrames, MediaReadOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partFrames, 1);
        var (asked, source, info) = await OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        var plan = FramePlan.Of(source, info, asked);
        if ((long)partFrames * plan.FrameBytes > source.Limits.DecodedBytes)
            throw FramePlan.DecodedTooLarge(source);
        var decoder = new FrameDecoder(plan, cancellationToken);
        await using (decoder.ConfigureAwait(false))
        {
            while (await decoder.ReadNextAsync(partFrames).ConfigureAwait(false) is { } part)
                yield return part;
        }
    }

    /// <summary>Reads the sound of a file of any length part by part, in memory for one part; the caller disposes each.</summary>
    /// <remarks>A container may round its duration: the last samples of <see cref="MediaReadOptions.Duration"/> may be missing.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="partSamples">How many samples a part has, at least 1; the last one may have fewer.</param>
    /// <param name="options">Which part, and what becomes of it; null reads all at 16 kHz.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read, has no sound, or ends too early.</exception>
    public static async IAsyncEnumerable<AudioClip> ReadSoundPartsAsync(
        string path, int partSamples, MediaReadOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partSamples, 1);
        var (asked, source, info) = await OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        var sound = info.Sound ?? throw NoSound(path);
        await foreach (var part in SoundDecoder.ReadPartsAsync(source, sound, asked, partSamples, cancellationToken).ConfigureAwait(false))
            yield return part;
    }

    private static MediaException NoSound(string path) => new(path, "has no sound", "Give a sound, or a video with sound.");

    private static async Task<(MediaReadOptions Asked, SourceFile Source, MediaInfo Info)> OpenAsync(
        string path, MediaReadOptions? options, CancellationToken cancellation)
    {
        var asked = (options ?? new()).Checked();
        var source = await SourceFile.OpenAsync(path, asked.Limits, cancellation).ConfigureAwait(false);
        return (asked, source, await Probe.RunAsync(source, cancellation).ConfigureAwait(false));
    }

    private static async Task<VideoClip> ReadFramesAsync(
        SourceFile source, MediaInfo info, MediaReadOptions options, CancellationToken cancellation)
    {
        var decoder = new FrameDecoder(FramePlan.Of(source, info, options), cancellation);
        await using (decoder.ConfigureAwait(false))
            return await decoder.ReadAllAsync().ConfigureAwait(false);
    }
}
