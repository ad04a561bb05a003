using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>
/// Writes a video of any length to a stream while its frames come, each at most one frame later: H.264 in fragmented mp4, which players take from a
/// pipe and browsers from a response that is not complete yet. It has no sound.
/// </summary>
public sealed class VideoStreamWriter : IAsyncDisposable
{
    private readonly FrameSize size;
    private readonly CancellationTokenSource stop;
    private readonly ToolProcess process;
    private readonly Task copy;

    private VideoStreamWriter(Stream output, FrameSize size, double framesPerSecond, CancellationToken cancellation)
    {
        this.size = size;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var command = VideoEncoding.FragmentedMp4.CommandOf("the stream", size, FrameRate.Check(framesPerSecond), sound: null, "pipe:1");
        process = ToolProcess.Start(command, Timeout.InfiniteTimeSpan, stop.Token);
        copy = CopyAsync(output);
    }

    /// <summary>Begins a video.</summary>
    /// <param name="output">Where it goes; it is left open.</param>
    /// <param name="size">The size of the frames.</param>
    /// <param name="framesPerSecond">Their rate.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">ffmpeg is not installed.</exception>
    public static VideoStreamWriter Open(Stream output, FrameSize size, double framesPerSecond, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new(output, size, framesPerSecond, cancellationToken);
    }

    /// <summary>Adds the next frames.</summary>
    /// <param name="frames">The frames, of the size that was said.</param>
    /// <exception cref="IOException">The stream takes no more.</exception>
    /// <exception cref="MediaException">ffmpeg fails.</exception>
    public async Task WriteAsync(PixelFrames frames)
    {
        size.CheckFits(frames);
        if (!await process.WritePartAsync(frames.Pixels).ConfigureAwait(false))
            await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the video, and waits until the stream has all of it.</summary>
    /// <exception cref="IOException">The stream takes no more.</exception>
    /// <exception cref="MediaException">ffmpeg fails.</exception>
    public Task CompleteAsync()
    {
        process.CloseInput();
        return EndAsync();
    }

    /// <summary>Ends ffmpeg.</summary>
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync().ConfigureAwait(false);
        await copy.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task EndAsync()
    {
        await copy.ConfigureAwait(false);
        await process.CompleteAsync().ConfigureAwait(false);
    }

    private async Task CopyAsync(Stream output)
    {
        try
        {
            await process.CopyOutputAsync(output).ConfigureAwait(false);
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            // Nobody takes what ffmpeg writes, and it would wait for ever.
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }
}
