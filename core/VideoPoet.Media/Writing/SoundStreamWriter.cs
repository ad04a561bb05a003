namespace VideoPoet.Media;

/// <summary>Writes a sound of any length to a stream while its samples come: wav with 16 bits a sample, which players take from a pipe.</summary>
public sealed class SoundStreamWriter
{
    private readonly Stream output;
    private readonly CancellationToken cancellation;

    private SoundStreamWriter(Stream output, CancellationToken cancellation) => (this.output, this.cancellation) = (output, cancellation);

    /// <summary>Begins a sound.</summary>
    /// <param name="output">Where it goes; it is left open.</param>
    /// <param name="sampleRateHz">Samples a second.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="IOException">The stream takes nothing.</exception>
    public static async Task<SoundStreamWriter> OpenAsync(Stream output, int sampleRateHz, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        SampleRate.Check(sampleRateHz);
        await output.WriteAsync(WavFile.OpenHeader(sampleRateHz), cancellationToken).ConfigureAwait(false);
        return new(output, cancellationToken);
    }

    /// <summary>Adds the next samples.</summary>
    /// <param name="next">The samples, from −1 to 1.</param>
    /// <exception cref="IOException">The stream takes no more.</exception>
    public async Task WriteAsync(ReadOnlyMemory<float> next)
    {
        await WavFile.WriteSamplesAsync(output, next, cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
