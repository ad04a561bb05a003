using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoPoet.Media;

/// <summary>Decodes the sound of a file, all channels mixed into one.</summary>
internal static class SoundDecoder
{
    private const int PartBytes = 1 << 18;

    // One frame at 8 frames a second: containers round their durations.
    private static readonly TimeSpan Forgiven = TimeSpan.FromSeconds(0.125);

    /// <summary>Decodes the part that the options ask for.</summary>
    /// <param name="source">The file.</param>
    /// <param name="sound">Its sound.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="beside">How long the pictures beside it last: the sound is made as long, with silence; null where it is alone.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="MediaException">ffmpeg fails, the file ends too early, or the sound is larger than allowed.</exception>
    public static async Task<AudioClip> ReadAsync(
        SourceFile source, SoundStreamInfo sound, MediaReadOptions options, TimeSpan? beside, CancellationToken cancellation)
    {
        var duration = beside ?? options.Duration;
        var exact = duration is { } time ? Math.Max(1, Math.Round(time.TotalSeconds * options.SampleRateHz)) : (double?)null;
        if (exact > source.Limits.DecodedBytes / sizeof(float))
            throw FramePlan.DecodedTooLarge(source);
        using var buffer = new PooledBuffer(PartBytes);
        var process = ToolProcess.Start(CommandOf(source, sound, options, duration), source.Limits.Time, cancellation);
        await using (process.ConfigureAwait(false))
        {
            int read;
            do
            {
                read = await process.ReadAsync(buffer.Next(PartBytes)).ConfigureAwait(false);
                buffer.Advance(read);
                if (buffer.Length > source.Limits.DecodedBytes)
                    throw FramePlan.DecodedTooLarge(source);
            }
            while (read == PartBytes);
            await process.CompleteAsync().ConfigureAwait(false);
        }
        var decoded = buffer.Length / sizeof(float);
        if (beside is null && options.Ending == Ending.Refuse)
            CheckEnding(source, options, decoded);
        // Silence of unknown length is one sample long.
        return ClipOf(buffer.Written.Span, (int)(exact ?? Math.Max(1, decoded)), options.SampleRateHz);
    }

    /// <summary>Decodes the part that the options ask for, piece by piece; ffmpeg's time does not run while the caller looks at one.</summary>
    /// <param name="source">The file.</param>
    /// <param name="sound">Its sound.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="samples">The samples of a piece; the last one may have fewer.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="MediaException">ffmpeg fails, or the file ends too early.</exception>
    public static async IAsyncEnumerable<AudioClip> ReadPartsAsync(
        SourceFile source, SoundStreamInfo sound, MediaReadOptions options, int samples,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[checked(samples * sizeof(float))];
        var decoded = 0L;
        var process = ToolProcess.Start(CommandOf(source, sound, options, options.Duration), source.Limits.Time, cancellation);
        await using (process.ConfigureAwait(false))
        {
            int read;
            do
            {
                process.RestartTime();
                read = await process.ReadAsync(buffer).ConfigureAwait(false);
                process.PauseTime();
                decoded += read / sizeof(float);
                if (read >= sizeof(float))
                    yield return ClipOf(buffer.AsSpan(0, read), read / sizeof(float), options.SampleRateHz);
            }
            while (read == buffer.Length);
            process.RestartTime();
            await process.CompleteAsync().ConfigureAwait(false);
        }
        CheckEnding(source, options, decoded);
    }

    private static ToolCommand CommandOf(SourceFile source, SoundStreamInfo sound, MediaReadOptions options, TimeSpan? duration) =>
        source.Command("ffmpeg",
        [
            "-v", "error", "-nostdin", .. source.Safety, .. ReadingTime.From(options.Start), "-i", source.Url,
            "-map", $"0:{sound.Index}", "-vn", "-sn", "-dn",
            // Silence where the track begins late or has a gap, so that picture and sound stay together.
            "-af", "aresample=async=1:first_pts=0",
            "-ar", options.SampleRateHz.ToString(CultureInfo.InvariantCulture), "-ac", "1",
            .. duration is { } time ? ["-t", ReadingTime.Text(time)] : Array.Empty<string>(),
            "-f", "f32le", "pipe:1",
        ]);

    private static AudioClip ClipOf(ReadOnlySpan<byte> decoded, int exact, int sampleRateHz)
    {
        var memory = new PooledMemory<float>(exact);
        var samples = memory.GetSpan();
        var found = MemoryMarshal.Cast<byte, float>(decoded);
        var length = Math.Min(samples.Length, found.Length);
        // A lossy codec overshoots, and a file of floats may hold anything.
        for (var i = 0; i < length; i++)
            samples[i] = float.IsNaN(found[i]) ? 0 : Math.Clamp(found[i], -1, 1);
        samples[length..].Clear();
        return new(memory, sampleRateHz);
    }

    private static void CheckEnding(SourceFile source, MediaReadOptions options, long decoded)
    {
        if (decoded == 0)
        {
            throw new MediaException(
                source.Path, $"has no sound from {ReadingTime.Text(options.Start)} s on", "Begin earlier, or give a file that is whole.");
        }
        var found = TimeSpan.FromSeconds((double)decoded / options.SampleRateHz);
        if (options.Ending == Ending.Refuse && found + Forgiven < options.Duration)
        {
            throw new MediaException(
                source.Path,
                $"has {ReadingTime.Text(found)} s of sound, and {ReadingTime.Text(options.Duration.Value)} s are needed",
                "Begin earlier, take a longer file, or let silence follow.");
        }
    }
}
