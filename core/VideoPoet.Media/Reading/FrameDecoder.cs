using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Frames as ffmpeg decodes them, one part after another.</summary>
/// <param name="plan">Which frames.</param>
/// <param name="cancellation">Kills ffmpeg.</param>
internal sealed class FrameDecoder(FramePlan plan, CancellationToken cancellation) : IAsyncDisposable
{
    // How many frames a read of unknown length asks for at once.
    private const int PartFrames = 16;

    private readonly ToolProcess process = ToolProcess.Start(plan.Command, plan.Source.Limits.Time, cancellation);
    private readonly byte[] last = new byte[plan.FrameBytes];
    private int delivered;
    private bool ended;

    /// <summary>Decodes all frames into one clip.</summary>
    /// <exception cref="MediaException">ffmpeg fails, the file ends too early, or the clip is larger than allowed.</exception>
    public async Task<VideoClip> ReadAllAsync()
    {
        var largest = plan.Source.Limits.DecodedBytes / plan.FrameBytes;
        if (plan.Count > largest)
            throw FramePlan.DecodedTooLarge(plan.Source);
        var buffer = new PooledBuffer(Math.Min(plan.Count ?? PartFrames, largest) * plan.FrameBytes);
        try
        {
            while (await FillAsync(buffer, plan.Count ?? Math.Min(PartFrames, largest - delivered)).ConfigureAwait(false))
            {
                // Whether a clip of unknown length ends just here is not asked.
                if (delivered == largest)
                    throw FramePlan.DecodedTooLarge(plan.Source);
            }
            return ClipOf(buffer);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Decodes the next frames; ffmpeg's time does not run while the caller looks at them.</summary>
    /// <param name="frames">How many at most.</param>
    /// <returns>The frames, or null after the last.</returns>
    /// <exception cref="MediaException">ffmpeg fails, or the file ends too early.</exception>
    public async Task<VideoClip?> ReadNextAsync(int frames)
    {
        process.RestartTime();
        var buffer = new PooledBuffer(checked(frames * plan.FrameBytes));
        try
        {
            await FillAsync(buffer, frames).ConfigureAwait(false);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
        process.PauseTime();
        if (buffer.Length > 0)
            return ClipOf(buffer);
        buffer.Dispose();
        return null;
    }

    /// <summary>Kills ffmpeg if it still runs.</summary>
    public ValueTask DisposeAsync() => process.DisposeAsync();

    private VideoClip ClipOf(PooledBuffer buffer) =>
        new(new PixelFrames(buffer.Written, plan.Size.Height, plan.Size.Width), plan.FramesPerSecond, buffer);

    // Appends the next frames; false when no more will come.
    private async Task<bool> FillAsync(PooledBuffer buffer, int frames)
    {
        var wanted = Math.Min(frames, (plan.Count ?? int.MaxValue) - delivered);
        if (wanted == 0)
            return false;
        var memory = buffer.Next(checked(wanted * plan.FrameBytes));
        var decoded = ended ? 0 : await process.ReadAsync(memory).ConfigureAwait(false) / plan.FrameBytes;
        if (decoded > 0)
            memory.Slice((decoded - 1) * plan.FrameBytes, plan.FrameBytes).CopyTo(last);
        if (!ended && (decoded < wanted || delivered + decoded == plan.Count))
        {
            ended = true;
            await process.CompleteAsync().ConfigureAwait(false);
            CheckEnding(delivered + decoded);
        }
        var filled = plan.Count is null ? decoded : wanted;
        for (var frame = decoded; frame < filled; frame++)
            last.CopyTo(memory[(frame * plan.FrameBytes)..]);
        buffer.Advance(filled * plan.FrameBytes);
        delivered += filled;
        return plan.Count is { } count ? delivered < count : !ended;
    }

    private void CheckEnding(int decoded)
    {
        if (decoded == 0)
        {
            throw new MediaException(
                plan.Source.Path, $"has no picture from {ReadingTime.Text(plan.Start)} s on", "Begin earlier, or give a file that is whole.");
        }
        if (plan.Ending == Ending.Refuse && decoded < plan.Count - 1)
        {
            throw new MediaException(
                plan.Source.Path,
                $"ends after {decoded} frames at {FrameRate.Text(plan.FramesPerSecond)} frames a second, and {plan.Count} are needed",
                "Begin earlier, take a longer file, or hold its last frame.");
        }
    }
}
