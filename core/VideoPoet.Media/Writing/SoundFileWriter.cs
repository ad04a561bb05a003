namespace VideoPoet.Media;

/// <summary>Writes a sound of any length part by part as a wav file of 16-bit samples, which appears when it is whole.</summary>
public sealed class SoundFileWriter : IAsyncDisposable
{
    private readonly string path;
    private readonly int sampleRateHz;
    private readonly CancellationToken cancellation;
    private readonly PartialFile target;
    private readonly FileStream file;
    private long samples;

    private SoundFileWriter(string path, int sampleRateHz, PartialFile target, FileStream file, CancellationToken cancellation) =>
        (this.path, this.sampleRateHz, this.target, this.file, this.cancellation) = (path, sampleRateHz, target, file, cancellation);

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file, whose name ends in .wav.</param>
    /// <param name="sampleRateHz">Samples a second.</param>
    /// <param name="cancellationToken">Cancels; nothing is left behind.</param>
    /// <exception cref="MediaException">The name ends otherwise, or the file cannot be written.</exception>
    public static async Task<SoundFileWriter> OpenAsync(string path, int sampleRateHz, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SampleRate.Check(sampleRateHz);
        if (!Path.GetExtension(path).Equals(".wav", StringComparison.OrdinalIgnoreCase))
            throw new MediaException(path, "cannot be written: sound alone is a wav file", "Use .wav.");
        var target = new PartialFile(path);
        try
        {
            var file = new FileStream(target.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            var writer = new SoundFileWriter(path, sampleRateHz, target, file, cancellationToken);
            // Its place; what it says is known at the end.
            await file.WriteAsync(WavFile.Header(0, sampleRateHz), cancellationToken).ConfigureAwait(false);
            return writer;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            target.Dispose();
            throw MediaWriter.Unwritable(path, exception);
        }
    }

    /// <summary>Adds the next samples.</summary>
    /// <param name="next">The samples, from −1 to 1.</param>
    /// <exception cref="MediaException">The file cannot be written.</exception>
    public Task WriteAsync(ReadOnlyMemory<float> next)
    {
        samples += next.Length;
        return GuardAsync(() => WavFile.WriteSamplesAsync(file, next, cancellation));
    }

    /// <summary>Ends the file and puts it in its place.</summary>
    /// <exception cref="MediaException">The file cannot be written.</exception>
    public Task CompleteAsync() => GuardAsync(async () =>
    {
        file.Position = 0;
        await file.WriteAsync(WavFile.Header(samples, sampleRateHz), cancellation).ConfigureAwait(false);
        await file.DisposeAsync().ConfigureAwait(false);
        target.Commit();
    });

    /// <summary>Deletes what was not completed.</summary>
    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync().ConfigureAwait(false);
        target.Dispose();
    }

    private async Task GuardAsync(Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw MediaWriter.Unwritable(path, exception);
        }
    }
}
