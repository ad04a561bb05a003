using System.Runtime.InteropServices;
using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Draws the frequencies of a sound over time.</summary>
public static class SpectrogramPicture
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Draws a picture: time from left to right, frequency from 0 at the bottom to half the sample rate at the top.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="size">The size of the picture.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    /// <exception cref="MediaException">ffmpeg fails, as it does for a picture of a few pixels.</exception>
    public static async Task<PixelFrames> DrawAsync(AudioClip sound, FrameSize size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Width, 1, nameof(size));
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Height, 1, nameof(size));
        var command = new ToolCommand("ffmpeg", "spectrogram",
        [
            "-v", "error", "-f", "f32le", "-ar", $"{sound.SampleRateHz}", "-ac", "1", "-i", "pipe:0",
            "-lavfi", $"showspectrumpic=s={size.Width}x{size.Height}:legend=0", "-frames:v", "1", "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1",
        ])
        {
            Failure = "cannot be drawn",
            Remedy = "Give a longer sound or another size.",
        };
        var pixels = new byte[checked((int)(size.Pixels * PixelFrames.Channels))];
        var process = ToolProcess.Start(command, Limit, cancellationToken);
        await using (process.ConfigureAwait(false))
        {
            var writing = process.WriteAsync(MemoryMarshal.AsBytes(sound.Samples.Span).ToArray());
            var read = await process.ReadAsync(pixels).ConfigureAwait(false);
            await writing.ConfigureAwait(false);
            await process.CompleteAsync().ConfigureAwait(false);
            if (read < pixels.Length)
                throw new MediaException(command.File, command.Failure, command.Remedy);
        }
        return new(pixels, size.Height, size.Width);
    }
}
